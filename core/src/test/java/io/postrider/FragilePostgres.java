package io.postrider;

import static io.postrider.store.TestDatabase.await;

import io.postrider.store.EmbeddedPostgres;
import io.postrider.store.PostgresAddress;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that can be stopped and killed, behind an address that stays the same when it comes back on another port. */
final class FragilePostgres implements AutoCloseable {
    private final Path folder;
    private final NetServer door;
    private volatile EmbeddedPostgres postgres;

    private FragilePostgres(Path folder, NetServer door) {
        this.folder = folder;
        this.door = door;
        this.postgres = EmbeddedPostgres.start(folder);
    }

    /** Starts one with nothing in it. */
    static FragilePostgres start(Vertx vertx, Path folder) throws IOException {
        Path cluster = folder.resolve("cluster");
        if (Files.exists(cluster)) {
            try (Stream<Path> files = Files.walk(cluster)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        NetServer door = vertx.createNetServer();
        FragilePostgres fragile = new FragilePostgres(folder, door);
        NetClient client = vertx.createNetClient();
        door.connectHandler(socket -> fragile.lead(client, socket));
        await(door.listen(0, "127.0.0.1"));
        return fragile;
    }

    private void lead(NetClient client, NetSocket socket) {
        socket.pause();
        client.connect(postgres.address().port(), "127.0.0.1").onComplete(connected -> {
            if (connected.failed()) {
                socket.close().onComplete(closed -> {});
                return;
            }
            NetSocket server = connected.result();
            server.pipeTo(socket).onComplete(ended -> socket.close().onComplete(closed -> {}));
            socket.pipeTo(server).onComplete(ended -> server.close().onComplete(closed -> {}));
            socket.resume();
        });
    }

    PostgresAddress address() {
        PostgresAddress real = postgres.address();
        return new PostgresAddress(
                "127.0.0.1", door.actualPort(), real.database(), real.user(), real.password(), "disable");
    }

    /** Lets every process of it stand still. */
    void standStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** Ends every process of it like a power cut. */
    void kill() throws IOException, InterruptedException {
        signal("KILL");
    }

    /** Starts it again after a kill. */
    void restart() {
        postgres.close();
        postgres = EmbeddedPostgres.start(folder);
    }

    private void signal(String name) throws IOException, InterruptedException {
        List<String> notes = Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"));
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(notes.get(0).strip())).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        for (ProcessHandle process : all) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        }
    }

    @Override
    public void close() {
        await(door.close());
        postgres.close();
    }
}
