package io.postrider;

import io.postrider.account.ApiKeyStore;
import io.postrider.account.SessionStore;
import io.postrider.account.UserStore;
import io.postrider.config.Settings;
import io.postrider.http.IdempotencyStore;
import io.postrider.job.JobStore;
import io.postrider.job.UploadStore;
import io.postrider.link.ClickStore;
import io.postrider.link.LinkStore;
import io.postrider.mailing.ChunkStore;
import io.postrider.mailing.LaunchStore;
import io.postrider.mailing.MailingStore;
import io.postrider.mailing.RunStore;
import io.postrider.mailing.SteeringStore;
import io.postrider.message.LaneStore;
import io.postrider.message.MessageStore;
import io.postrider.message.SweepStore;
import io.postrider.profile.DatabaseStore;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.reply.ReadReplyStore;
import io.postrider.report.CalendarStore;
import io.postrider.report.ChannelStore;
import io.postrider.report.FigureStore;
import io.postrider.report.MailingRowStore;
import io.postrider.report.ProgressStore;
import io.postrider.report.Pulse;
import io.postrider.report.ReportStore;
import io.postrider.report.RunDetailStore;
import io.postrider.report.RunRecipientStore;
import io.postrider.resource.AudienceStore;
import io.postrider.resource.ProfileBatchStore;
import io.postrider.resource.RecipientStore;
import io.postrider.resource.ResourceStore;
import io.postrider.resource.SubscriptionStore;
import io.postrider.sender.LeaseStore;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.SenderStore;
import io.postrider.sender.route.VirtualSenderStore;
import io.postrider.stage.rendering.RenderPace;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.SecretBox;
import io.postrider.template.TemplateStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** The stores on one pool: there is one set for people's questions and one for the stages. */
record Stores(
        UserStore users,
        SessionStore sessions,
        ApiKeyStore apiKeys,
        IdempotencyStore idempotency,
        DatabaseStore databases,
        ProfileBatchStore profileBatches,
        UploadStore uploads,
        JobStore jobs,
        ResourceStore resources,
        SubscriptionStore subscriptions,
        AudienceStore audiences,
        RecipientStore recipients,
        SenderStore senders,
        VirtualSenderStore virtualSenders,
        TemplateStore templates,
        LeaseStore leases,
        MessageStore messages,
        LaneStore lanes,
        SweepStore sweeps,
        ReadReplyStore readReplies,
        LinkStore links,
        ClickStore clicks,
        MailingStore mailings,
        LaunchStore launches,
        RunStore runs,
        ChunkStore chunks,
        SteeringStore steering,
        FigureStore figures,
        ReportStore reports,
        RunRecipientStore runRecipients,
        MailingRowStore mailingRows,
        ProgressStore progress,
        RunDetailStore runDetails,
        ChannelStore channels,
        CalendarStore calendar) {
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** Those of the stages; what they leave for other stages is hinted at by the queue. */
    static Stores ofStages(Foundation foundation, Clock clock, Pulse pulse, HintQueue queue) {
        return on(
                foundation.stages(),
                foundation.ids(),
                foundation.secrets(),
                clock,
                pulse,
                sender -> queue.hint(Topic.REPLIES_CAME, sender),
                sender -> queue.hint(Topic.MESSAGES_READY, sender));
    }

    /**
     * All of them.
     *
     * @param pulse hears what the stages do
     * @param replied hears of senders to which somebody has replied
     * @param handedOver hears of senders that have taken messages over
     */
    static Stores on(
            Database database,
            Ids ids,
            SecretBox secrets,
            Clock clock,
            Pulse pulse,
            LongConsumer replied,
            LongConsumer handedOver) {
        DatabaseStore databases = new DatabaseStore(database, ids);
        LeaseStore leases = new LeaseStore(database, LEASE);
        return new Stores(
                new UserStore(database, ids),
                new SessionStore(database),
                new ApiKeyStore(database, ids),
                new IdempotencyStore(database),
                databases,
                new ProfileBatchStore(database, ids, clock),
                new UploadStore(database, ids),
                new JobStore(database, ids),
                new ResourceStore(database, ids),
                new SubscriptionStore(database),
                new AudienceStore(database),
                new RecipientStore(database, databases),
                new SenderStore(database, ids, secrets),
                new VirtualSenderStore(database, ids),
                new TemplateStore(database, ids),
                leases,
                new MessageStore(database),
                new LaneStore(database, leases, pulse::happened, replied, handedOver),
                new SweepStore(database),
                new ReadReplyStore(database),
                new LinkStore(database),
                new ClickStore(database, pulse::changed),
                new MailingStore(database, ids),
                new LaunchStore(database),
                new RunStore(database),
                new ChunkStore(database),
                new SteeringStore(database),
                new FigureStore(database),
                new ReportStore(database),
                new RunRecipientStore(database),
                new MailingRowStore(database),
                new ProgressStore(database),
                new RunDetailStore(database),
                new ChannelStore(database),
                new CalendarStore(database));
    }

    /** How far rendering goes ahead of senders. */
    RenderPace pace(Settings.Rendering settings, LongFunction<Optional<SenderActivity>> activity) {
        return new RenderPace(chunks, activity, System::nanoTime, settings.ahead(), settings.chunk());
    }
}
