package io.postrider.account;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords by Argon2id (RFC 9106) with 19 MiB and two passes. It costs time and memory on purpose, so only a few run
 * at once and few may wait.
 */
public final class Passwords {
    /** The fewest characters of a password. */
    public static final int MIN_LENGTH = 10;

    private static final int KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int THREADS = 2;
    private static final int WAITING = 30;
    private static final String FORM = "$argon2id$v=19$m=" + KIB + ",t=" + PASSES + ",p=1$";
    private static final String NOBODY = FORM + "AAAAAAAAAAAAAAAAAAAAAA$" + "A".repeat(43);
    private final WorkerExecutor workers;
    private final SecureRandom random;
    private final AtomicInteger waiting = new AtomicInteger();

    public Passwords(Vertx vertx, SecureRandom random) {
        this.workers = vertx.createSharedWorkerExecutor("passwords", THREADS);
        this.random = random;
    }

    /** What is stored in place of a password. */
    public Future<String> hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return run(() -> FORM + encoded(salt) + "$" + encoded(digest(password, salt)));
    }

    /** Whether the password is the one of the hash. */
    public Future<Boolean> matches(String password, String hash) {
        String[] parts = hash.substring(FORM.length()).split("\\$", 2);
        byte[] salt = Base64.getDecoder().decode(parts[0]);
        byte[] wanted = Base64.getDecoder().decode(parts[1]);
        return run(() -> MessageDigest.isEqual(digest(password, salt), wanted));
    }

    /** Takes as long as {@link #matches} and is false: for logins that do not exist, so that nobody can tell. */
    public Future<Boolean> matchesNobody(String password) {
        return matches(password, NOBODY).map(false);
    }

    private <T> Future<T> run(Callable<T> work) {
        if (waiting.incrementAndGet() > WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(Refusal.of(AccountReason.BUSY));
        }
        return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    private static byte[] digest(String password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] digest = new byte[BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
        return digest;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
