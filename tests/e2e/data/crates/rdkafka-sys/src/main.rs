use std::ffi::CStr;

fn main() {
    unsafe {
        let version = CStr::from_ptr(rdkafka_sys::rd_kafka_version_str()).to_str().unwrap();
        let configuration = rdkafka_sys::rd_kafka_conf_new();
        let topic = rdkafka_sys::rd_kafka_topic_conf_new();
        println!("{version} {}", !configuration.is_null() && !topic.is_null());
    }
}
