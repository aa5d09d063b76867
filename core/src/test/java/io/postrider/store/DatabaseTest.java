package io.postrider.store;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class DatabaseTest {
    private final Database database;

    DatabaseTest(Database database) {
        this.database = database;
    }

    @Test
    void numbersOfOneServerFollowEachOther() {
        Ids freshlyStarted = new Ids(database);
        long first = await(freshlyStarted.reserve(Ids.Series.MESSAGE, 1000));

        assertThat(await(freshlyStarted.next(Ids.Series.MESSAGE))).isEqualTo(first + 1000);
    }

    @Test
    void serversThatTakeNumbersAtTheSameTimeNeverGetTheSame() {
        Ids ids = new Ids(database);
        Ids other = new Ids(database);
        Set<Long> given = new HashSet<>();
        for (int round = 0; round < 40; round++) {
            List<Future<Long>> asked = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                asked.add((i % 2 == 0 ? ids : other).reserve(Ids.Series.MESSAGE, 900));
            }
            await(Future.all(asked));
            for (Future<Long> first : asked) {
                for (long number = first.result(); number < first.result() + 900; number++) {
                    assertThat(given.add(number)).as("number %d", number).isTrue();
                }
            }
        }
    }

    @Test
    void textsAreComparedInAnyScriptWithoutCase() {
        assertThat(await(database.first(row -> row.getBoolean(0), "select 'ПРИВЕТ' ilike $1", "%привет%")))
                .contains(true);
    }
}
