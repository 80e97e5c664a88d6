//! A database thread on PostgreSQL: takes a piece of work, gives it a transaction, runs it again where the database
//! asks for that, until its deadline. A COMMIT whose reply is lost is never run again.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use crate::error::{Poison, StoreError};
use crate::postgres::Session;
use crate::queue::Queue;
use crate::tx::{Engine, Failed, Write};
use crate::work::{Keep, Mode, Work};

const DEADLINE: Duration = Duration::from_secs(5);

pub(crate) fn serve(mut session: Session, queue: &Queue<Box<dyn Work>>, statements: &AtomicU64) {
    while let Some(mut work) = queue.pop() {
        if !work.wanted() {
            continue;
        }
        let end = until_deadline(&mut session, work.as_mut(), statements);
        work.finish(end);
    }
}

fn until_deadline(session: &mut Session, work: &mut dyn Work, statements: &AtomicU64) -> Result<(), StoreError> {
    let mut pause = Duration::from_millis(1);
    loop {
        if work.age() >= DEADLINE {
            return Err(StoreError::TimedOut);
        }
        match once(session, work, statements) {
            Once::Ended(end) => return end,
            Once::Again if work.age() + pause >= DEADLINE => return Err(StoreError::TimedOut),
            Once::Again => {
                session.pause(pause);
                pause = (pause * 2).min(Duration::from_millis(200));
            }
        }
    }
}

enum Once {
    Ended(Result<(), StoreError>),
    Again,
}

fn begin(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Read => Some("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
        Mode::Write => Some("BEGIN ISOLATION LEVEL SERIALIZABLE"),
        Mode::Single => None,
    }
}

fn once(session: &mut Session, work: &mut dyn Work, statements: &AtomicU64) -> Once {
    let mode = work.mode();
    let started = session.connect().and_then(|()| match begin(mode) {
        Some(sql) => session.control(sql),
        None => Ok(()),
    });
    if let Err(failed) = started {
        return again_or(session, failed);
    }
    let mut tx = Write::new(Engine::Postgres(session), statements);
    let keep = work.run(&mut tx);
    let poison = tx.poison();
    if mode == Mode::Single {
        // One statement is its own transaction. If its connection broke, it may have been done: a counter that counts
        // twice or a lease that runs out is harmless, so singles may run again (see `Db::single`).
        return match keep {
            Keep::Again => {
                tidy(session, poison);
                Once::Again
            }
            Keep::Commit | Keep::RollBack => Once::Ended(Ok(())),
        };
    }
    match keep {
        Keep::Again => {
            if poison != Some(Poison::Lost) && session.control("ROLLBACK").is_err() {
                session.disconnect();
            }
            tidy(session, poison);
            Once::Again
        }
        Keep::RollBack => {
            if session.control("ROLLBACK").is_err() {
                session.disconnect();
            }
            Once::Ended(Ok(()))
        }
        Keep::Commit => commit(session),
    }
}

fn commit(session: &mut Session) -> Once {
    match session.control("COMMIT") {
        Ok(()) => Once::Ended(Ok(())),
        Err(Failed { poison: Poison::Conflict, .. }) => Once::Again,
        Err(Failed { poison: Poison::Lost, .. }) => {
            session.disconnect();
            Once::Ended(Err(StoreError::OutcomeUnknown))
        }
        Err(Failed { error, .. }) => {
            session.disconnect();
            Once::Ended(Err(error))
        }
    }
}

fn tidy(session: &mut Session, poison: Option<Poison>) {
    match poison {
        Some(Poison::Lost) => session.disconnect(),
        Some(Poison::Stale) => session.forget_statements(),
        _ => {}
    }
}

fn again_or(session: &mut Session, failed: Failed) -> Once {
    session.disconnect();
    match failed.poison {
        Poison::Lost | Poison::Conflict | Poison::Stale => Once::Again,
        Poison::Statement => Once::Ended(Err(failed.error)),
    }
}
