package io.postrider;

import io.postrider.config.CannotStartException;
import io.postrider.config.Settings.Listen;
import io.vertx.core.Deployable;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.net.UnknownHostException;

/** Opens what listens, or says in one sentence why it cannot. */
final class Doors {
    private final Vertx vertx;

    Doors(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Deploys a verticle that listens; {@code name} is the group of its settings. */
    void open(String name, Listen listen, Deployable verticle) {
        try {
            vertx.deployVerticle(verticle).await();
        } catch (RuntimeException problem) {
            throw problem;
        } catch (Exception problem) {
            throw new CannotStartException(sentence(name, listen, problem), problem);
        }
    }

    private static String sentence(String name, Listen listen, Throwable problem) {
        String door = "Port " + listen.port() + " on " + listen.host();
        if (problem instanceof BindException) {
            return door + " is taken or not allowed. Free it, or choose another by the setting " + name + ".port.";
        }
        if (problem instanceof UnknownHostException) {
            return "The address " + listen.host() + " of the setting " + name + ".host is not known.";
        }
        return door + " cannot be opened: " + problem.getMessage();
    }
}
