//! The release binary as a child process: whole journeys, kills, faults around it, and a real mail server as judge.
//! Nothing here reaches into the program; what it says over HTTP, SMTP, its exit codes and its database is all there is.

mod browser;
mod checker;
mod cluster;
mod desk;
mod doctor;
mod faults;
mod house;
mod journey;
mod judges;
mod kills;
mod lists;
mod load;
mod mail_in;
mod post;
mod postfix;
mod program;
mod terms;
