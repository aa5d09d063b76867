package io.postrider.stage.rendering;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.link.ShortCodes;
import io.postrider.link.Shortener;
import io.postrider.mailing.Chunk;
import io.postrider.mailing.ChunkStore;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunState;
import io.postrider.mailing.RunStore;
import io.postrider.message.MessageState;
import io.postrider.message.MessageStore;
import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import io.postrider.profile.DatabaseStore;
import io.postrider.queue.LocalQueue;
import io.postrider.report.Equation;
import io.postrider.report.FigureStore;
import io.postrider.report.RunFigures;
import io.postrider.resource.RecipientStore;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.DutyStore;
import io.postrider.sender.route.NumberPlan;
import io.postrider.sender.route.Standings;
import io.postrider.sender.route.VirtualSenderStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.postrider.template.TemplateCompiler;
import io.postrider.template.TemplateStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A chunk of seven subscriptions: one unsubscribed, two that share a phone, one without a name, one with a long name. */
@ExtendWith(TestDatabase.class)
final class RendererTest {
    private static final String TEXT = "{if lead._fname exists}Hi {lead._fname}, https://shop.example/sale{end}";
    private static final int LONGEST = 200;
    /** How GSM 7-bit stands in the table. */
    private static final int GSM7 = 0;

    private final Database database;
    private final RunStore runs;
    private final ChunkStore chunks;
    private final Renderer renderer;

    /** A channel whose messages may have 200 characters a part. */
    private static final class PlainChannel implements Channel {
        @Override
        public String name() {
            return "sms";
        }

        @Override
        public Composition compose(String text) {
            if (text.isBlank()) {
                return new Composition.Refused("empty", "The text is empty.");
            }
            List<String> parts = text.length() <= LONGEST
                    ? List.of(text)
                    : List.of(text.substring(0, LONGEST), text.substring(LONGEST));
            List<Integer> foreign = IntStream.range(0, text.length())
                    .filter(at -> text.charAt(at) > '~')
                    .boxed()
                    .toList();
            Encoding encoding = foreign.isEmpty() ? Encoding.GSM7 : Encoding.UCS2;
            return new Composition.Parts(parts, encoding, text.length(), LONGEST, foreign);
        }
    }

    RendererTest(Vertx vertx, Database database, Ids ids) {
        this.database = database;
        this.runs = new RunStore(database);
        this.chunks = new ChunkStore(database);
        Channel channel = new PlainChannel();
        this.renderer = new Renderer(
                vertx,
                runs,
                chunks,
                new MessageStore(database),
                new RunContents(
                        new TemplateStore(database, ids), runs, new TemplateCompiler(), name -> Optional.of(channel)),
                new ChunkRecipients(new RecipientStore(database, new DatabaseStore(database, ids))),
                new RunRoutes(
                        runs,
                        new VirtualSenderStore(database, ids),
                        new DutyStore(database),
                        new Standings(id -> Optional.empty(), Clock.systemUTC(), Duration.ofMinutes(1)),
                        new NumberPlan()),
                new Shortener(new ShortCodes(new byte[ShortCodes.KEY_BYTES])),
                ids,
                new LocalQueue(vertx),
                Clock.systemUTC(),
                new RenderPace(chunks, sender -> Optional.empty(), System::nanoTime, 50_000, 1000));
    }

    @BeforeAll
    static void sevenSubscriptions(Database database) {
        await(database.query(
                "insert into profile_database (account_id, id, name, created_at) values (1, 7, 'P', now())"));
        await(database.query(
                """
                insert into profile (account_id, database_id, id, fname, created_at, updated_at)
                select 1, 7, i, nullif(n, ''), now(), now()
                from unnest($1::text[]) with ordinality as t(n, i)
                """, (Object) new String[] {"Ann", "Bob", "Cid", "", "D".repeat(300), "Eve", "{lead._id}"}));
        await(database.query("""
            insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
              status, source, created_at, updated_at)
            select 1, 100 + i, 5, 'sms', 7, i, c::text, c, case when i = 6 then 1 else 0 end, 'file', now(), now()
            from unnest($1::bigint[]) with ordinality as t(c, i)
            """, (Object) new Long[] {100L, 200L, 100L, 400L, 500L, 600L, 700L}));
        await(database.query("insert into template (account_id, id, name, created_at, updated_at)"
                + " values (1, 9, 'T', now(), now())"));
        await(database.query("""
                insert into template_version (account_id, template_id, version, channel, text, created_by, created_at)
                values (1, 9, 1, 'sms', $1, 1, now())\
                """, TEXT));
        await(database.query("insert into mailing (account_id, id, name, kind, state, channel, created_at, updated_at)"
                + " values (1, 3, 'M', 'broadcast', 'running', 'sms', now(), now())"));
    }

    private Run open(String kind, @Nullable Long limit, List<String> phones) {
        return open(kind, limit, phones, CharsetPolicy.AUTO);
    }

    private Run open(String kind, @Nullable Long limit, List<String> phones, CharsetPolicy charset) {
        Run plan = new Run(
                1,
                0,
                3,
                kind,
                false,
                RunState.MEASURING,
                false,
                "sms",
                5,
                7,
                9,
                1,
                11,
                "SHOP",
                "http://s.example/",
                Duration.ofDays(1),
                1,
                charset,
                limit,
                null,
                42,
                phones,
                Clock.systemUTC().instant(),
                null,
                null,
                null,
                null,
                null,
                null);
        await(database.query("update mailing set state = 'scheduled'"));
        Run run = await(runs.open(plan, Shortener.fixedIn(TEXT), null)).orElseThrow();
        assertThat(await(runs.measured(run, 1, 0, List.of(new Chunk(1, run.id(), 0, 0, 1000, 0, 0)))))
                .isTrue();
        return run;
    }

    private RunFigures figures(Run run) {
        return await(new FigureStore(database).of(run));
    }

    private void end(Run run) {
        await(database.query("update run set state = 'rested', rested_at = now() where id = $1", run.id()));
    }

    @Test
    void aChunkThatWasClaimedBeforeAKillIsRenderedAtOnceAfterTheStart() {
        Run run = open(Run.LIVE, null, List.of());
        var now = Clock.systemUTC().instant();
        assertThat(await(chunks.claim(run, "node", false, now, now.minusSeconds(60))))
                .isPresent();
        assertThat(await(renderer.renderOne("node"))).isFalse();

        await(renderer.giveBack("another"));
        assertThat(await(renderer.renderOne("node"))).isFalse();
        await(renderer.giveBack("node"));
        assertThat(await(renderer.renderOne("node"))).isTrue();
        end(run);
    }

    @Test
    void everySubscriptionBecomesAMessageOrIsLeftOutWithAReason() {
        Run run = open(Run.LIVE, null, List.of());
        assertThat(await(renderer.renderOne("node"))).isTrue();
        RunFigures figures = figures(run);
        assertThat(figures.received()).isEqualTo(7);
        assertThat(figures.found()).isEqualTo(6);
        assertThat(figures.exclusions())
                .containsEntry("duplicate-phone", 1L)
                .containsEntry("empty", 1L)
                .containsEntry("too-long", 1L)
                .hasSize(3);
        assertThat(figures.in(MessageState.WAITING)).isEqualTo(3);
        assertThat(Equation.of(figures)).allMatch(Equation::holds);
        List<String> bodies = texts("select body from message where run_id = $1 order by id", run);
        assertThat(bodies).hasSize(3).allMatch(body -> body.matches("Hi .+, http://s\\.example/[0-9A-Za-z]{8}"));
        assertThat(bodies.get(0)).startsWith("Hi Ann, ");
        assertThat(bodies.get(2))
                .as("what people are called is never a template")
                .startsWith("Hi {lead._id}, ");
        assertThat(await(renderer.renderOne("node")))
                .as("nothing is rendered twice")
                .isFalse();
        end(run);
    }

    @Test
    void aLimitLeavesOutTheRestWithThatReason() {
        Run run = open(Run.LIVE, 2L, List.of());
        assertThat(await(renderer.renderOne("node"))).isTrue();
        assertThat(figures(run).in(MessageState.WAITING)).isEqualTo(2);
        assertThat(figures(run).exclusions()).containsEntry("limit", 3L);
        assertThat(Equation.of(figures(run))).allMatch(Equation::holds);
        end(run);
    }

    @Test
    void aTestGoesToItsPhonesWithTheTextOfWhoHasThePhoneOrOfSomebody() {
        Run run = open(Run.TEST, null, List.of("200", "999"));
        assertThat(await(renderer.renderOne("node"))).isTrue();
        List<String> texts = texts("select contact || ' ' || body from message where run_id = $1 order by id", run);
        assertThat(texts).hasSize(2);
        assertThat(texts.get(0)).startsWith("200 Hi Bob, ");
        assertThat(texts.get(1)).startsWith("999 Hi Ann, ");
        end(run);
    }

    @Test
    void severalWorkersRenderEachChunkOnce() {
        Run run = open(Run.LIVE, null, List.of());
        List<Future<Boolean>> workers =
                List.of(renderer.renderOne("a"), renderer.renderOne("b"), renderer.renderOne("c"));
        await(Future.join(workers));
        assertThat(workers).filteredOn(worker -> worker.result()).hasSize(1);
        assertThat(figures(run).in(MessageState.WAITING)).isEqualTo(3);
        end(run);
    }

    private List<String> texts(String sql, Run run) {
        return await(database.list(row -> row.getString(0), sql, run.id()));
    }

    private void rename(int profile, String name) {
        await(database.query("update profile set fname = $2 where database_id = 7 and id = $1", profile, name));
    }

    @Test
    void aSenderOfGsmOnlyGetsPlainCharactersAndLeavesOutWhomTheyDoNotHelp() {
        rename(1, "“Ann”…");
        rename(2, "Боб");
        Run run = open(Run.LIVE, null, List.of(), CharsetPolicy.GSM_ONLY);
        assertThat(await(renderer.renderOne("node"))).isTrue();
        rename(1, "Ann");
        rename(2, "Bob");
        List<String> bodies = texts("select body || ' ' || encoding from message where run_id = $1 order by id", run);
        assertThat(bodies.get(0)).matches("Hi \"Ann\"\\.{3}, http://s\\.example/[0-9A-Za-z]{8} .*" + GSM7);
        assertThat(figures(run).exclusions()).containsEntry("not-gsm", 1L);
        assertThat(texts("select detail from message_exclusion where run_id = $1 and reason = 'not-gsm'", run))
                .containsExactly("The sender takes GSM 03.38 only, and the text has Б о б.");
        assertThat(Equation.of(figures(run))).allMatch(Equation::holds);
        end(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sender_id = 0", "template_version = 99"})
    void aRunWhoseRulesOrTextAreGoneStopsNoOther(String broken) {
        Run lost = open(Run.LIVE, null, List.of());
        await(database.query("update run set " + broken + " where id = $1", lost.id()));
        Run other = open(Run.TEST, null, List.of("200"));

        assertThat(await(renderer.renderOne("node"))).isTrue();

        assertThat(figures(other).in(MessageState.WAITING)).isEqualTo(1);
        assertThat(figures(lost).in(MessageState.WAITING)).isZero();
        end(other);
        end(lost);
    }
}
