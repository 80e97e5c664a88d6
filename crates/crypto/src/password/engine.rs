//! The one function that computes Argon2id (RFC 9106), so that another engine can take its place after being compared
//! with this one. Must not know of threads, keys' numbers or texts.

use argon2::{Algorithm, Argon2, Block, Version};
use zeroize::Zeroize;

use super::params::Params;

/// The memory that one hash after the other is computed in. Kept by its thread: a fresh 19 MiB per hash costs as much
/// as half the hash.
#[derive(Default)]
pub(super) struct Memory {
    blocks: Vec<Block>,
    /// A hash was computed in it since it was wiped.
    used: bool,
}

impl Memory {
    /// Overwrites what the last hash left. (The next hash does so too, block by block, before it reads any.)
    pub(super) fn wipe(&mut self) {
        if self.used {
            self.blocks.iter_mut().zeroize();
            self.used = false;
        }
    }

    /// Gives the memory back to the system.
    pub(super) fn drop_all(&mut self) {
        self.wipe();
        self.blocks = Vec::new();
    }

    fn room_for(&mut self, blocks: usize) -> &mut [Block] {
        if self.blocks.len() > blocks {
            // What is left beyond the new hash would not be overwritten by it.
            self.drop_all();
        }
        self.blocks.resize(blocks, Block::new());
        self.used = true;
        &mut self.blocks
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.wipe();
    }
}

/// The hash could not be computed: parameters or salt the library refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct EngineError;

/// Argon2id, version 19, 32 bytes, with `pepper` as its secret input.
pub(super) fn derive(
    password: &[u8],
    salt: &[u8],
    pepper: &[u8],
    params: Params,
    memory: &mut Memory,
) -> Result<[u8; 32], EngineError> {
    let mut out = [0; 32];
    let params = argon2::Params::new(params.memory_kib(), params.passes(), params.lanes(), Some(out.len()))
        .map_err(|_| EngineError)?;
    let blocks = memory.room_for(params.block_count());
    Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params)
        .and_then(|argon| argon.hash_password_into_with_memory(password, salt, &mut out, blocks))
        .map_err(|_| EngineError)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// RFC 9106, section 5.3. It has associated data, which we never use, so it goes to the library directly.
    #[test]
    fn vector_of_the_rfc() {
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let argon = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut out = [0; 32];
        argon.hash_password_into(&[1; 32], &[2; 16], &mut out).unwrap();
        assert_eq!(hex(&out), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /// Computed by the reference implementation in C, with the pepper as its secret; one buffer for all.
    #[test]
    fn same_as_the_reference_implementation() {
        let mut memory = Memory::default();
        let long = "x".repeat(1024);
        let (count, ones): (Vec<u8>, Vec<u8>) = ((0..32).collect(), vec![255; 16]);
        for (password, salt, pepper, (memory_kib, passes, lanes), expected) in [
            (
                "wachtwoord",
                &b"0123456789abcdef"[..],
                &[3; 32][..],
                (64, 3, 1),
                "01794e2f15c5c26528dfc8472266582112048e37fd178f997481fd6d1e2e5103",
            ),
            (
                "",
                b"0123456789abcdef",
                &[3; 32],
                (8, 1, 1),
                "e7bdbc144d0de5092346e1988a8d0b65f27172311786e302cfc424bd94094e16",
            ),
            (
                "vier woorden in een rij ✓",
                &count[..16],
                &count,
                (19_456, 2, 1),
                "1f3be5ae6d709697bae55d2fad789a65d12ac32721c3982de8b15794e8c523e2",
            ),
            (&long, &ones, &[], (256, 4, 4), "7cd43b4462b5841680ecc1e3993f9bc5bffe4691baec13ac85f4de4084b6a1c8"),
            (
                "lanes",
                &count[..8],
                &[1],
                (71, 2, 2),
                "dd7b4c1f3f02c9c6fea0fdf3d70f7b2c7a5ff40886ff56f0c5b75df71df606ff",
            ),
        ] {
            let params = Params::new(memory_kib, passes, lanes).unwrap();
            let tag = derive(password.as_bytes(), salt, pepper, params, &mut memory).unwrap();
            assert_eq!(hex(&tag), expected, "{memory_kib} {passes} {lanes}");
        }
    }

    #[test]
    fn nothing_stays_behind() {
        let mut memory = Memory::default();
        let big = Params::new(64, 1, 1).unwrap();
        derive(b"geheim", &[1; 16], &[2; 32], big, &mut memory).unwrap();
        assert!(memory.blocks.iter().any(|block| block.as_ref().iter().any(|word| *word != 0)));
        memory.wipe();
        assert_eq!(memory.blocks.len(), 64);
        assert!(memory.blocks.iter().all(|block| block.as_ref().iter().all(|word| *word == 0)));
        derive(b"geheim", &[1; 16], &[2; 32], big, &mut memory).unwrap();
        derive(b"geheim", &[1; 16], &[2; 32], Params::for_tests(), &mut memory).unwrap();
        assert_eq!(memory.blocks.len(), 8);
        memory.drop_all();
        assert!(memory.blocks.is_empty());
    }

    #[test]
    fn a_salt_too_short_is_an_error() {
        let mut memory = Memory::default();
        assert_eq!(derive(b"x", &[1; 7], &[], Params::for_tests(), &mut memory), Err(EngineError));
    }
}
