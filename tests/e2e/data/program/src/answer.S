#define ANSWER 42
    .text
    .global answer
    .type answer, %function
answer:
    mov w0, #ANSWER
    ret
    .size answer, . - answer
    .section .note.GNU-stack, "", %progbits
