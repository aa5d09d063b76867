package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Submission;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A sender's connection to an operator over SMPP: the host's calls on one side, {@link Operator} on its loop behind. */
final class SmppGateway implements Gateway {
    private final GatewayContext host;
    private final SmppSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final OwnVertx own;
    private final Intake intake;
    private final CompletableFuture<Void> firstAttempt = new CompletableFuture<>();
    private @Nullable Operator operator;
    private boolean started;

    SmppGateway(GatewayContext host, SmppSettings settings, Clock clock, RandomGenerator random) {
        this.host = host;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.own = new OwnVertx("smpp-" + host.sender(), clientOptions(settings));
        this.intake = new Intake(2 * settings.links().capacity(), () -> own.run(this::turn));
    }

    private static NetClientOptions clientOptions(SmppSettings settings) {
        SmppSettings.Tls tls = settings.target().tls();
        var options = new NetClientOptions()
                .setTcpNoDelay(true)
                .setConnectTimeout((int) settings.timing().connect().toMillis())
                .setSsl(tls.on());
        if (tls.on()) {
            options.setHostnameVerificationAlgorithm("HTTPS");
            if (!tls.trusted().isBlank()) {
                options.setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(tls.trusted())));
            }
            if (!tls.certificate().isBlank()) {
                options.setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(tls.certificate()))
                        .addKeyValue(Buffer.buffer(tls.key())));
            }
        }
        return options;
    }

    @Override
    public synchronized CompletionStage<Void> start() {
        started = true;
        own.open(this::begin, this::cannotOpen);
        return firstAttempt;
    }

    private void begin(OwnVertx.Loop loop) {
        var fresh = new Operator(loop, host, settings, intake, own::run, clock, random);
        operator = fresh;
        fresh.begin().whenComplete((ended, failure) -> firstAttempt.complete(null));
    }

    private void cannotOpen(Throwable failure) {
        host.state(new GatewayState(GatewayState.Phase.PARKED, "The settings cannot be used: " + failure.getMessage()));
        firstAttempt.complete(null);
    }

    private void turn() {
        if (operator != null) {
            operator.turnEnded();
        }
    }

    @Override
    public int submit(List<Submission> batch) {
        return intake.take(batch);
    }

    @Override
    public synchronized CompletionStage<Void> stop(Duration drain) {
        intake.close();
        if (!started) {
            return CompletableFuture.completedFuture(null);
        }
        own.run(() -> stopOperator(drain));
        return own.closed();
    }

    private void stopOperator(Duration drain) {
        CompletionStage<Void> gone = operator == null ? CompletableFuture.completedFuture(null) : operator.stop(drain);
        gone.whenComplete((stopped, failure) -> own.close());
    }
}
