package io.postrider.plugin;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** A plugin's channel; a failure of it refuses the text and is logged once, since it is called for each recipient. */
final class GuardedChannel implements Channel {
    private final PluginScope scope;
    private final Channel channel;
    private final String name;
    private final AtomicBoolean logged = new AtomicBoolean();

    GuardedChannel(PluginScope scope, Channel channel, String name) {
        this.scope = scope;
        this.channel = channel;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Composition compose(String text) {
        try {
            return Objects.requireNonNull(scope.inPlugin(() -> channel.compose(text)));
        } catch (Throwable thrown) {
            if (logged.compareAndSet(false, true)) {
                scope.failure("composing a text", thrown);
            }
            return new Composition.Refused("channel-failed", "The plugin of the channel " + name + " failed.");
        }
    }
}
