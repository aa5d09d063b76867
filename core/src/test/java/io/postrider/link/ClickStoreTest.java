package io.postrider.link;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.store.Database;
import io.postrider.store.TestDatabase;
import io.postrider.store.Weeks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class ClickStoreTest {
    private static final long RUN = Weeks.current(Clock.systemUTC()) << 32;
    private static final Instant AT = Instant.parse("2026-06-01T10:00:00Z");
    private final Database database;
    private final ClickStore store;

    ClickStoreTest(Database database) {
        this.database = database;
        this.store = new ClickStore(database);
    }

    private static Click click(long run, long message, int link, boolean robot) {
        return new Click(1, run, message, link, AT, robot, "192.0.2.0", "Agent");
    }

    private List<Long> figures(long run, int link) {
        return await(database.first(
                        row -> List.of(row.getLong("people"), row.getLong("clicks"), row.getLong("robots")),
                        "select people, clicks, robots from run_click where run_id = $1 and link_no = $2",
                        run,
                        (short) link))
                .orElseThrow();
    }

    @Test
    void theFirstHumanClickOfAMessageIsTheOneThatCounts() {
        long run = RUN + 1;
        assertThat(await(store.append(
                        "first.log",
                        0,
                        100,
                        List.of(
                                click(run, 5, 0, true),
                                click(run, 5, 0, false),
                                click(run, 5, 1, false),
                                click(run, 6, 1, false)))))
                .isTrue();
        await(store.append("first.log", 100, 130, List.of(click(run, 5, 0, false), click(run, 7, 0, true))));

        assertThat(figures(run, 0)).containsExactly(1L, 2L, 2L);
        assertThat(figures(run, 1)).containsExactly(1L, 2L, 0L);
        assertThat(await(database.list(
                        row -> row.getLong(0) + "/" + row.getShort(1),
                        "select message_id, link_no from click where run_id = $1 and first order by 1",
                        run)))
                .containsExactly("5/0", "6/1");
        assertThat(await(database.list(
                        row -> row.getLong(0),
                        "select message_id from message_click where run_id = $1 order by 1",
                        run)))
                .containsExactly(5L, 6L);
    }

    @Test
    void aPieceOfAFileIsWrittenOnceHoweverOftenItIsTried() {
        long run = RUN + 2;
        List<Click> clicks = List.of(click(run, 8, 0, false));

        assertThat(await(store.append("twice.log", 0, 40, clicks))).isTrue();
        assertThat(await(store.append("twice.log", 0, 40, clicks))).isFalse();

        assertThat(figures(run, 0)).containsExactly(1L, 1L, 0L);
        assertThat(await(store.position("twice.log"))).isEqualTo(40);
        await(store.forget("twice.log"));
        assertThat(await(store.position("twice.log"))).isZero();
    }
}
