//! What counts as a good certificate. It must not choose a crypto provider from what happens to be
//! installed in the process: aws-lc-rs is named here.

use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

/// Why there is no way to verify certificates.
#[derive(Debug, thiserror::Error)]
pub enum TlsFault {
    /// The extra authorities are no PEM certificates.
    #[error("the extra certificate authorities are not PEM certificates")]
    ExtraAuthorities,
    /// Neither this machine nor the settings bring certificate authorities.
    #[error("no certificate authorities found: install ca-certificates, or name a file")]
    NoAuthorities,
    /// The TLS library refused the settings.
    #[error("TLS cannot be set up")]
    Setup(#[source] Error),
}

/// Makes the settings for verified TLS 1.2 and 1.3: the authorities of this machine and those of
/// `extra_pem` (the operator's own authority).
///
/// # Errors
/// [`TlsFault`] when `extra_pem` is no PEM, or when there is no authority at all.
pub fn verifying(extra_pem: Option<&[u8]>) -> Result<Arc<ClientConfig>, TlsFault> {
    let mut roots = RootCertStore::empty();
    // One unreadable file among many is no reason to stop: what is missing makes TLS refuse.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(pem) = extra_pem {
        let mut found = 0;
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|_| TlsFault::ExtraAuthorities)?;
            roots.add(certificate).map_err(|_| TlsFault::ExtraAuthorities)?;
            found += 1;
        }
        if found == 0 {
            return Err(TlsFault::ExtraAuthorities);
        }
    }
    if roots.is_empty() {
        return Err(TlsFault::NoAuthorities);
    }
    let provider = Arc::new(aws_lc_rs::default_provider());
    let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone())
        .build()
        .map_err(|_| TlsFault::NoAuthorities)?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(TlsFault::Setup)?
        .with_webpki_verifier(verifier)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// The settings for [`super::TlsMode::Opportunistic`]: any certificate for any name will do, since
/// that mode would have taken plain text too.
pub(super) fn unverifying() -> Result<Arc<ClientConfig>, Error> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(AnyCertificate(provider)))
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// Takes every certificate, but still has the handshake signed with its key.
#[derive(Debug)]
struct AnyCertificate(Arc<CryptoProvider>);

impl ServerCertVerifier for AnyCertificate {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, cert, dss, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, cert, dss, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
