package io.postrider.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be readable in the database: AES-256-GCM with a random nonce in front (NIST SP 800-38D). A context,
 * such as the row it belongs to, is authenticated with it, so that a secret moved to another row does not open.
 */
public final class SecretBox {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private final SecretKeySpec key;
    private final SecureRandom random;

    public SecretBox(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("the key for secrets must have 32 bytes, but has " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /**
     * Opens the key file, which is made with mode 600 when it is missing. Blocks.
     *
     * @throws IOException if it cannot be read or made, or does not hold 32 bytes
     */
    public static SecretBox fromFile(Path file, SecureRandom random) throws IOException {
        try {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, fresh, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException alreadyThere) {
            // the usual case: the key of an earlier start
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IOException("The key file " + file + " must hold 32 bytes, but holds " + key.length + ".");
        }
        return new SecretBox(key, random);
    }

    /** Encrypts a text. */
    public byte[] seal(String plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8), context);
        byte[] box = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, box, NONCE_BYTES, sealed.length);
        return box;
    }

    /**
     * Decrypts a text.
     *
     * @throws IllegalStateException if it was sealed with another key or for another context, or was changed
     */
    public String open(byte[] box, String context) {
        byte[] nonce = Arrays.copyOf(box, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(box, NONCE_BYTES, box.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, sealed, context), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException problem) {
            throw new IllegalStateException(
                    "a secret cannot be opened: was the key file changed since it was saved?", problem);
        }
    }
}
