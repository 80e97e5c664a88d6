//! A router served on a free port of 127.0.0.1, on threads of its own: as many as there are cores.

use std::net::SocketAddr;

use axum::Router;
use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::machine::cores;

/// Threads as the program has them.
pub(crate) fn runtime() -> anyhow::Result<Runtime> {
    Ok(Builder::new_multi_thread().worker_threads(cores()).thread_name("serve").enable_all().build()?)
}

/// A router that is served until this is dropped.
pub(crate) struct Serving {
    pub(crate) port: u16,
    pub(crate) runtime: Runtime,
}

impl Serving {
    /// Serves it. The same way for ours and for the bare one.
    pub(crate) fn start(router: Router) -> anyhow::Result<Self> {
        let runtime = runtime()?;
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0)))?;
        let port = listener.local_addr()?.port();
        // A socket that refuses this is about to fail anyway.
        let listener = listener.tap_io(|tcp| drop(tcp.set_nodelay(true)));
        runtime.spawn(async move {
            let service = router.into_make_service_with_connect_info::<SocketAddr>();
            axum::serve(listener, service).await
        });
        Ok(Self { port, runtime })
    }
}
