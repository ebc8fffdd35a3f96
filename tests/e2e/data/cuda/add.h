#pragma once
extern "C" int run_add();
