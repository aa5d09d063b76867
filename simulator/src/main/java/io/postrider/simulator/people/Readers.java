package io.postrider.simulator.people;

import io.vertx.core.Context;
import java.util.function.Consumer;

/** People who read what they received and open its first link. Confined to the event loop of the exchange. */
public final class Readers implements Consumer<ReceivedMessage> {
    private final Clicker clicker;
    private final Context home;
    private final Consumer<Person> clicked;
    private long waiting;

    /**
     * @param home the event loop of the exchange
     * @param clicked told there who was redirected
     */
    public Readers(Clicker clicker, Context home, Consumer<Person> clicked) {
        this.clicker = clicker;
        this.home = home;
        this.clicked = clicked;
    }

    @Override
    public void accept(ReceivedMessage message) {
        String link = Links.first(message.text());
        if (link != null) {
            waiting++;
            clicker.click(
                    message.person().phone(),
                    link,
                    found -> home.runOnContext(turn -> {
                        waiting--;
                        if (found) {
                            clicked.accept(message.person());
                        }
                    }));
        }
    }

    /** Clicks that have begun or will. */
    public long waiting() {
        return waiting;
    }
}
