package io.postrider.store;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class DatabaseTest {
    private final Database database;

    DatabaseTest(Database database) {
        this.database = database;
    }

    @Test
    void numbersOfASeriesGrowAndAreNeverGivenTwice(Ids ids) {
        long first = await(ids.reserve(Ids.Series.MESSAGE, 1000));

        assertThat(await(ids.next(Ids.Series.MESSAGE))).isEqualTo(first + 1000);
    }

    @Test
    void textsAreComparedInAnyScriptWithoutCase() {
        assertThat(await(database.first(row -> row.getBoolean(0), "select 'ПРИВЕТ' ilike $1", "%привет%")))
                .contains(true);
    }
}
