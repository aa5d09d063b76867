package io.postrider.stage.tracking;

import io.postrider.link.ClickStore;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings clicks from their files to the database, in batches and exactly once: how far a file is pumped is committed with its
 * clicks. Files of earlier starts are pumped like the current one, and deleted when nothing is left in them.
 */
public final class ClickPump {
    private static final Logger LOG = LoggerFactory.getLogger(ClickPump.class);
    private final ClickLog log;
    private final ClickStore store;
    private final Map<Path, Long> positions = new HashMap<>();
    private boolean failing;

    public ClickPump(ClickLog log, ClickStore store) {
        this.log = log;
        this.store = store;
    }

    /** Pumps all there is. A file that cannot be pumped now is tried again the next time. */
    public Future<Void> pump() {
        return log.files().compose(this::each).onSuccess(ignored -> told(null)).recover(problem -> {
            told(problem);
            return Future.succeededFuture();
        });
    }

    private Future<Void> each(List<Path> files) {
        Future<Void> done = Future.succeededFuture();
        for (Path file : files) {
            done = done.compose(ignored -> pump(file));
        }
        return done;
    }

    private Future<Void> pump(Path file) {
        return position(file)
                .compose(from -> log.read(file, from).compose(piece -> {
                    if (piece.to() > from) {
                        return write(file, from, piece);
                    }
                    return piece.old() ? delete(file) : Future.succeededFuture();
                }));
    }

    private Future<Long> position(Path file) {
        Long known = positions.get(file);
        return known != null ? Future.succeededFuture(known) : store.position(name(file));
    }

    private Future<Void> write(Path file, long from, ClickPiece piece) {
        return store.append(name(file), from, piece.to(), piece.clicks())
                .onComplete(written -> {
                    if (written.succeeded() && written.result()) {
                        positions.put(file, piece.to());
                    } else {
                        positions.remove(file); // the database knows
                    }
                })
                .compose(written -> pump(file));
    }

    private Future<Void> delete(Path file) {
        positions.remove(file);
        return log.delete(file).compose(ignored -> store.forget(name(file)));
    }

    private void told(@Nullable Throwable problem) {
        if (problem != null && !failing) {
            LOG.warn("clicks stay in their files until they can be written to the database", problem);
        } else if (problem == null && failing) {
            LOG.info("clicks are written to the database again");
        }
        failing = problem != null;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
