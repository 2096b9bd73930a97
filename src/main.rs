//! The program `raccordo`; all of it is in the library.

#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    raccordo::cli::run(std::env::args_os())
}
