//! The program `raccordo`; all of it is in the library.

#![forbid(unsafe_code)]

/// Pages are made of many small texts on many threads, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    raccordo::cli::run(std::env::args_os())
}
