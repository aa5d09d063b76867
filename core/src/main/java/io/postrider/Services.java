package io.postrider;

import io.postrider.account.AccountApi;
import io.postrider.account.AccountAuthentication;
import io.postrider.account.FirstRun;
import io.postrider.account.LoginThrottle;
import io.postrider.account.Logins;
import io.postrider.account.Passwords;
import io.postrider.config.Settings;
import io.postrider.http.Api;
import io.postrider.http.ApiVerticle;
import io.postrider.link.Shortener;
import io.postrider.mailing.Launch;
import io.postrider.plugin.Plugins;
import io.postrider.queue.HintQueue;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What people can ask of the server: the operations of every noun, on the stores of people's pool. */
final class Services {
    private static final long MAIN_ACCOUNT = 1;
    private final Settings settings;
    private final Foundation foundation;
    private final Plugins plugins;
    private final HintQueue queue;
    private final Clock clock;
    private final SecureRandom random;
    private final Supplier<String> trackingBase;
    private final Stores stores;
    private final Passwords passwords;

    Services(
            Settings settings,
            Foundation foundation,
            Plugins plugins,
            HintQueue queue,
            Clock clock,
            SecureRandom random,
            Supplier<String> trackingBase) {
        this.settings = settings;
        this.foundation = foundation;
        this.plugins = plugins;
        this.queue = queue;
        this.clock = clock;
        this.random = random;
        this.trackingBase = trackingBase;
        this.stores = Stores.on(foundation.people(), foundation.ids(), foundation.secrets());
        this.passwords = new Passwords(foundation.vertx(), random);
    }

    /** What opens runs, on given stores. */
    Launch launch(Stores on) {
        return new Launch(
                on.launches(), on.mailings(), on.runs(), Shortener::fixedIn, trackingBase.get(), clock, random);
    }

    /** Makes the first user if there is none; the password if it was made up. */
    Optional<String> makeFirstAdmin() {
        Settings.FirstAdmin admin = settings.admin();
        Optional<String> password = new FirstRun(stores.users(), passwords, random, clock)
                .makeAdmin(MAIN_ACCOUNT, admin.login(), admin.password().reveal())
                .await();
        return admin.password().isEmpty() ? password : Optional.empty();
    }

    /** The door for people and programs. */
    ApiVerticle api(String host, int port) {
        return new ApiVerticle(
                host,
                port,
                new AccountAuthentication(stores.sessions(), stores.apiKeys(), clock),
                stores.idempotency(),
                apis(),
                clock,
                random);
    }

    private List<Api> apis() {
        Logins logins =
                new Logins(stores.users(), stores.sessions(), passwords, new LoginThrottle(clock), random, clock);
        return List.of(new AccountApi(logins, stores.users(), stores.sessions(), stores.apiKeys(), random));
    }
}
