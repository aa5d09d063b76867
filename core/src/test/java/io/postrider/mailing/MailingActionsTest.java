package io.postrider.mailing;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.link.Shortener;
import io.postrider.message.MessageStore;
import io.postrider.message.NewMessage;
import io.postrider.message.RenderedChunk;
import io.postrider.plugin.api.Encoding;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class MailingActionsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String PHONE = "12025550100";
    private final Database database;
    private final Shop shop;
    private final MailingStore mailings;
    private final RunStore runs;
    private final Launch launch;
    private final MailingActions actions;
    private final List<String> hints = new ArrayList<>();

    MailingActionsTest(Database database, Ids ids) {
        this.database = database;
        this.shop = new Shop(database, ids);
        this.mailings = new MailingStore(database, ids);
        this.runs = new RunStore(database);
        LaunchStore facts = new LaunchStore(database);
        this.launch = new Launch(facts, mailings, runs, Shortener::fixedIn, "http://127.0.0.1/", CLOCK, new Random(1));
        this.actions = new MailingActions(
                mailings,
                facts,
                runs,
                new SteeringStore(database),
                launch,
                MailingActionsTest::checked,
                (phone, country) ->
                        phone.equals("+1 202 555 0100") && country.equals("US") ? Optional.of(PHONE) : Optional.empty(),
                recorder(),
                CLOCK);
    }

    private static Future<Void> checked(LaunchFacts facts) {
        return facts.mailing().name().equals("Broken text")
                ? Future.failedFuture(Refusal.of(MailingReason.TEMPLATE_WRONG))
                : Future.succeededFuture();
    }

    private HintQueue recorder() {
        return new HintQueue() {
            @Override
            public void hint(Topic topic, long id) {
                hints.add(topic + " " + id);
            }

            @Override
            public Runnable subscribe(Topic topic, LongConsumer receiver) {
                return () -> {};
            }
        };
    }

    private Mailing running(String name) {
        Mailing mailing = shop.mailing(name, null, null);
        await(actions.activate(1, mailing.id(), "ann"));
        await(launch.start(1, mailing.id()));
        return await(mailings.get(1, mailing.id()));
    }

    private Run runOf(Mailing mailing) {
        return await(runs.ofMailing(1, mailing.id(), Long.MAX_VALUE, false, 1)).get(0);
    }

    private void render(Run run, long firstId) {
        assertThat(await(written(run, firstId))).isTrue();
    }

    private Future<Boolean> written(Run run, long firstId) {
        await(runs.measured(run, 5, 0, List.of(new Chunk(1, run.id(), 0, 0, Long.MAX_VALUE, 1, 1))));
        Instant now = CLOCK.instant();
        await(new ChunkStore(database).claim(run, "me", false, now, now.minusSeconds(60)));
        return new MessageStore(database).writeChunk(chunk(run, firstId, now));
    }

    private static RenderedChunk chunk(Run run, long firstId, Instant now) {
        NewMessage message = new NewMessage(
                firstId,
                12025550100L,
                0,
                run.databaseId(),
                1,
                1,
                run.senderId(),
                PHONE,
                List.of("Hi"),
                Encoding.GSM7,
                List.of());
        return new RenderedChunk(
                1, run.id(), 0, "me", "sms", 1, "Shop", 0, null, now, 1, 1, List.of(message), List.of());
    }

    private boolean held(Run run) {
        return await(database.first(
                        row -> row.getBoolean(0),
                        "select bool_and(held) from dispatch_batch where run_id = $1",
                        run.id()))
                .orElseThrow();
    }

    private void assertRefused(Future<?> future, MailingReason reason) {
        assertThatThrownBy(() -> await(future))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    @Test
    void aMailingWithADraftOfATemplateCanBeTestedButNotActivated() {
        Mailing mailing = shop.mailing("Draft of a text", null, null);
        shop.profile(null, 0);
        await(database.query("update template set state = 'draft' where id = $1", shop.templateId));
        assertRefused(actions.activate(1, mailing.id(), "ann"), MailingReason.TEMPLATE_DRAFT);
        assertThat(await(actions.test(1, mailing.id(), List.of("+1 202 555 0100"), "ann"))
                        .isTest())
                .isTrue();
        await(database.query("update template set state = 'ready' where id = $1", shop.templateId));
        assertThat(await(actions.activate(1, mailing.id(), "ann")).state()).isEqualTo(MailingState.SCHEDULED);
    }

    @Test
    void aCompleteDraftWithoutATimeStartsAtOnce() {
        Mailing mailing = shop.mailing("At once", null, null);

        assertThat(await(actions.activate(1, mailing.id(), "ann")).state()).isEqualTo(MailingState.SCHEDULED);
        assertThat(hints).containsExactly("MAILING_DUE " + mailing.id());
        assertThat(await(mailings.due(CLOCK.instant()))).contains(new MailingStore.Due(1, mailing.id()));
    }

    @Test
    void aMailingWithATimeWaitsForItAndMayBeTakenBack() {
        Instant tomorrow = CLOCK.instant().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Mailing mailing = shop.mailing("Tomorrow", tomorrow, null);
        await(actions.activate(1, mailing.id(), "ann"));

        assertThat(await(mailings.due(CLOCK.instant()))).doesNotContain(new MailingStore.Due(1, mailing.id()));
        Mailing draft = await(actions.deactivate(1, mailing.id(), "ann"));
        assertThat(draft.state()).isEqualTo(MailingState.DRAFT);
        assertThat(draft.sendAt()).isEqualTo(tomorrow);
    }

    @Test
    void whatCannotStartIsNotActivated() {
        Mailing late = shop.mailing("Late", CLOCK.instant().minusSeconds(60), null);
        Mailing broken = shop.mailing("Broken text", null, null);
        Mailing gap = await(mailings.create(new Mailing(
                1,
                0,
                "Gap",
                "broadcast",
                MailingState.DRAFT,
                "sms",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                CLOCK.instant(),
                CLOCK.instant(),
                "")));

        assertRefused(actions.activate(1, late.id(), "ann"), MailingReason.TIME_PASSED);
        assertRefused(actions.activate(1, broken.id(), "ann"), MailingReason.TEMPLATE_WRONG);
        assertRefused(actions.activate(1, gap.id(), "ann"), MailingReason.INCOMPLETE);
        assertRefused(actions.activate(2, broken.id(), "ann"), MailingReason.NOT_FOUND);
        assertRefused(actions.pause(1, gap.id(), "ann"), MailingReason.WRONG_STATE);
        assertRefused(actions.resume(1, gap.id(), "ann"), MailingReason.WRONG_STATE);
    }

    @Test
    void aPausedMailingHoldsWhatIsRenderedBeforeAndAfter() {
        Mailing mailing = running("Pause after rendering");
        render(runOf(mailing), 501);
        assertThat(held(runOf(mailing))).isFalse();

        hints.clear();
        assertThat(await(actions.pause(1, mailing.id(), "ann")).state()).isEqualTo(MailingState.PAUSED);
        assertThat(held(runOf(mailing))).isTrue();
        assertThat(hints).contains("SENDER_CHANGED " + shop.senderId);

        assertThat(await(actions.resume(1, mailing.id(), "ann")).state()).isEqualTo(MailingState.RUNNING);
        assertThat(held(runOf(mailing))).isFalse();

        Mailing other = running("Pause before rendering");
        await(actions.pause(1, other.id(), "ann"));
        render(runOf(other), 601);
        assertThat(held(runOf(other))).isTrue();
    }

    @Test
    void noBatchEscapesAPauseThatComesWhileItIsWritten() {
        for (int i = 0; i < 20; i++) {
            Mailing mailing = running("Race " + i);
            Run run = runOf(mailing);
            Future<Boolean> written = written(run, 10_000 + i);
            Future<Mailing> paused = actions.pause(1, mailing.id(), "ann");

            assertThat(await(written)).isTrue();
            assertThat(await(paused).state()).isEqualTo(MailingState.PAUSED);
            assertThat(held(run)).isTrue();
        }
    }

    @Test
    void aStoppedMailingLetsNothingWaitAndNeverGoesOn() {
        Mailing mailing = running("Stop");
        render(runOf(mailing), 701);
        await(actions.pause(1, mailing.id(), "ann"));

        assertThat(await(actions.stop(1, mailing.id(), "ann")).state()).isEqualTo(MailingState.STOPPED);
        assertThat(runOf(mailing).stopped()).isTrue();
        assertThat(held(runOf(mailing))).isFalse();
        assertRefused(actions.resume(1, mailing.id(), "ann"), MailingReason.WRONG_STATE);
        assertRefused(actions.activate(1, mailing.id(), "ann"), MailingReason.WRONG_STATE);
    }

    @Test
    void aCopyIsADraftOfItsOwn() {
        Mailing mailing = running("Sale");
        Mailing copy = await(actions.copy(1, mailing.id(), "ann"));

        assertThat(copy.name()).isEqualTo("Copy of Sale");
        assertThat(copy.state()).isEqualTo(MailingState.DRAFT);
        assertThat(copy.templateId()).isEqualTo(shop.templateId);
    }

    @Test
    void aTestGoesToGivenPhonesAndLeavesTheMailingAsItIs() {
        Mailing mailing = shop.mailing("Test", null, null);
        assertRefused(actions.test(1, mailing.id(), List.of("+1 202 555 0100"), "ann"), MailingReason.NO_PROFILE);
        shop.profile(null, 0);

        Run run = await(actions.test(1, mailing.id(), List.of("+1 202 555 0100", "+1 202 555 0100"), "ann"));

        assertThat(run.isTest()).isTrue();
        assertThat(run.testContacts()).containsExactly(PHONE);
        assertThat(await(mailings.get(1, mailing.id())).state()).isEqualTo(MailingState.DRAFT);
        assertThat(await(actions.stopRun(1, run.id(), "ann")).stopped()).isTrue();
        assertRefused(actions.test(1, mailing.id(), List.of("911"), "ann"), MailingReason.TEST_PHONE_WRONG);
        assertRefused(actions.test(1, mailing.id(), List.of(), "ann"), MailingReason.NOBODY_TO_TEST);
    }

    @Test
    void aScheduledMailingThatLosesWhatItNeedsIsADraftAgain() {
        Mailing mailing = shop.mailing("Broken text", CLOCK.instant().plusSeconds(3600), null);
        Mailing scheduled = await(mailings.move(mailing, MailingState.SCHEDULED, "ann", CLOCK.instant()));

        assertThat(await(actions.recheck(scheduled)).state()).isEqualTo(MailingState.DRAFT);
    }

    @Test
    void anErrorFromBeforeAPersonLetTheMailingGoOnDoesNotPauseItAgain() {
        Mailing mailing = running("Late error");
        long run = runOf(mailing).id();
        SteeringStore steering = new SteeringStore(database);
        Instant seen = CLOCK.instant();
        await(steering.halt(1, run, "S: out of credit", seen));
        assertThat(await(mailings.get(1, mailing.id())).state()).isEqualTo(MailingState.PAUSED);
        await(actions.resume(1, mailing.id(), "ann"));

        await(steering.halt(1, run, "S: out of credit", seen));
        assertThat(await(mailings.get(1, mailing.id())).state()).isEqualTo(MailingState.RUNNING);

        await(steering.halt(1, run, "S: out of credit", CLOCK.instant().plusSeconds(1)));
        assertThat(await(mailings.get(1, mailing.id())).state()).isEqualTo(MailingState.PAUSED);
    }
}
