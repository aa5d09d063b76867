package io.postrider;

import io.postrider.account.AccountApi;
import io.postrider.account.AccountAuthentication;
import io.postrider.account.FirstRun;
import io.postrider.account.LoginThrottle;
import io.postrider.account.Logins;
import io.postrider.account.Passwords;
import io.postrider.config.Settings;
import io.postrider.http.Api;
import io.postrider.http.ApiVerticle;
import io.postrider.http.EventsApi;
import io.postrider.job.UploadFolder;
import io.postrider.link.Shortener;
import io.postrider.mailing.AudienceApi;
import io.postrider.mailing.Launch;
import io.postrider.mailing.LaunchFacts;
import io.postrider.mailing.MailingActions;
import io.postrider.mailing.MailingApi;
import io.postrider.mailing.PartsEstimator;
import io.postrider.mailing.RunApi;
import io.postrider.mailing.TestMessageApi;
import io.postrider.mailing.TestMessageStore;
import io.postrider.mailing.TestMessages;
import io.postrider.message.InboundStore;
import io.postrider.message.MessageApi;
import io.postrider.message.SearchStore;
import io.postrider.message.TimelineApi;
import io.postrider.message.TimelineStore;
import io.postrider.message.TraceStore;
import io.postrider.plugin.PluginApi;
import io.postrider.plugin.Plugins;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileStore;
import io.postrider.queue.HintQueue;
import io.postrider.refusal.Refusal;
import io.postrider.rehearsal.Demo;
import io.postrider.rehearsal.DemoApi;
import io.postrider.rehearsal.RehearsalApi;
import io.postrider.rehearsal.SimulatorHost;
import io.postrider.rehearsal.SimulatorSender;
import io.postrider.reply.ReplyApi;
import io.postrider.reply.ReplyStore;
import io.postrider.reply.ReplyWordsApi;
import io.postrider.reply.WordSettingsStore;
import io.postrider.report.CalendarApi;
import io.postrider.report.ChannelReportApi;
import io.postrider.report.MailingListApi;
import io.postrider.report.Pulse;
import io.postrider.report.ReportApi;
import io.postrider.report.RunPageApi;
import io.postrider.report.RunSenderStore;
import io.postrider.sender.RehearsalSenders;
import io.postrider.sender.SenderActivity;
import io.postrider.stage.rendering.RunRoutes;
import io.postrider.store.Database;
import io.postrider.template.PreviewApi;
import io.postrider.template.PreviewRecipients;
import io.postrider.template.Previewer;
import io.postrider.template.TemplateApi;
import io.postrider.template.TemplateCheck;
import io.postrider.template.TemplateCompiler;
import io.postrider.template.TemplateReason;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** What people can ask of the server: the operations of every noun, on the stores of people's pool. */
final class Services {
    private static final Duration SESSION_LOOK = Duration.ofSeconds(4);
    private static final long MAIN_ACCOUNT = 1;
    private static final long NO_MESSAGE = 0;
    private final Settings settings;
    private final Foundation foundation;
    private final Plugins plugins;
    private final HintQueue queue;
    private final Clock clock;
    private final SecureRandom random;
    private final String trackingBase;
    private final Shortener shortener;
    private final LongFunction<Optional<SenderActivity>> activity;
    private final Pulse pulse;
    private final SimulatorHost simulator;
    private final Stores stores;
    private final Passwords passwords;
    private final RoutingServices routing;

    Services(
            Settings settings,
            Foundation foundation,
            Plugins plugins,
            HintQueue queue,
            Clock clock,
            SecureRandom random,
            String trackingBase,
            Shortener shortener,
            LongFunction<Optional<SenderActivity>> activity,
            Pulse pulse,
            SimulatorHost simulator) {
        this.settings = settings;
        this.foundation = foundation;
        this.plugins = plugins;
        this.queue = queue;
        this.clock = clock;
        this.random = random;
        this.trackingBase = trackingBase;
        this.shortener = shortener;
        this.activity = activity;
        this.pulse = pulse;
        this.simulator = simulator;
        this.stores = Stores.on(
                foundation.people(), foundation.ids(), foundation.secrets(), clock, pulse, sender -> {}, sender -> {});
        this.passwords = new Passwords(foundation.vertx(), random);
        this.routing = new RoutingServices(foundation.people(), activity, clock, settings.rendering());
    }

    /** What opens runs, on given stores. */
    Launch launch(Stores on) {
        return new Launch(on.launches(), on.mailings(), on.runs(), Shortener::fixedIn, trackingBase, clock, random);
    }

    /** What chooses the senders of runs, on given stores. */
    RunRoutes routes(Stores on) {
        return routing.ofRuns(on);
    }

    /** Makes the first user if there is none; the password if it was made up. */
    Optional<String> makeFirstAdmin() {
        Settings.FirstAdmin admin = settings.admin();
        Optional<String> password = new FirstRun(stores.users(), passwords, random, clock)
                .makeAdmin(MAIN_ACCOUNT, admin.login(), admin.password().reveal())
                .await();
        return admin.password().isEmpty() ? password : Optional.empty();
    }

    /** The door for people and programs. */
    ApiVerticle api(String host, int port) {
        AccountAuthentication authentication = new AccountAuthentication(stores.sessions(), stores.apiKeys(), clock);
        return new ApiVerticle(host, port, authentication, stores.idempotency(), apis(authentication), clock, random);
    }

    private List<Api> apis(AccountAuthentication authentication) {
        Logins logins =
                new Logins(stores.users(), stores.sessions(), passwords, new LoginThrottle(clock), random, clock);
        MailingActions mailing = mailingActions();
        List<Api> apis = new ArrayList<>(PeopleServices.apis(settings, foundation, plugins, queue, clock, random));
        apis.addAll(templates());
        apis.addAll(SenderServices.apis(foundation, stores, plugins, queue, activity));
        apis.addAll(routing.apis(stores, queue, phone -> valid(new PhoneNumbers(), phone, "")));
        apis.addAll(List.of(
                new AccountApi(logins, stores.users(), stores.sessions(), stores.apiKeys(), this::environment, random),
                new PluginApi(plugins),
                new RehearsalApi(simulator, stores.senders(), simulatorSender()),
                demo(),
                messages(),
                DoubtServices.api(foundation.people(), stores.jobs(), queue),
                new ReplyApi(new ReplyStore(foundation.people())),
                new ReplyWordsApi(new WordSettingsStore(foundation.people())),
                new TimelineApi(
                        stores.databases(),
                        new ProfileStore(foundation.people()),
                        new TimelineStore(foundation.people())),
                new MailingApi(stores.mailings(), mailing),
                audience(),
                testMessages(),
                new MailingListApi(stores.mailingRows(), stores.progress()),
                new RunApi(stores.mailings(), stores.runs(), mailing),
                new ReportApi(stores.runs(), stores.figures(), stores.reports(), stores.runRecipients()),
                runPage(),
                new ChannelReportApi(stores.channels()),
                new CalendarApi(stores.calendar(), stores.progress()),
                new EventsApi(foundation.vertx(), queue, authentication, random, SESSION_LOOK)));
        return apis;
    }

    private Api runPage() {
        return new RunPageApi(
                stores.runs(),
                stores.figures(),
                stores.progress(),
                stores.runDetails(),
                stores.senders(),
                stores.senders().duties(),
                new RunSenderStore(foundation.people()),
                activity,
                pulse::pace);
    }

    private Future<String> environment(long account) {
        return stores.senders().anyLive(account).map(live -> live ? "live" : "rehearsal");
    }

    private SimulatorSender simulatorSender() {
        return new SimulatorSender(simulator, new RehearsalSenders(stores.senders(), plugins::gateway, queue));
    }

    private Api demo() {
        UploadFolder folder = PeopleServices.uploads(settings, foundation, random);
        return new DemoApi(new Demo(
                simulatorSender(),
                stores.databases(),
                stores.resources(),
                stores.templates(),
                stores.mailings(),
                new SampleImport(stores.jobs(), stores.uploads(), folder, queue)));
    }

    private PreviewRecipients previewRecipients() {
        return new PreviewRecipients(stores.databases(), new ProfileStore(foundation.people()), stores.recipients());
    }

    private Previewer previewer() {
        return new Previewer(foundation.vertx(), previewRecipients(), this::withShortLinks, clock);
    }

    private List<Api> templates() {
        PreviewRecipients recipients = previewRecipients();
        TemplateCheck check =
                new TemplateCheck(foundation.vertx(), new TemplateCompiler(), recipients, plugins::channel);
        return List.of(
                new TemplateApi(stores.templates(), check),
                new PreviewApi(stores.templates(), check, previewer(), recipients, random));
    }

    private Api audience() {
        PartsEstimator estimator = routing.estimator(foundation.vertx(), stores, plugins, previewer());
        return new AudienceApi(stores.launches(), stores.audiences(), estimator, stores.senders());
    }

    private String withShortLinks(String text) {
        return shortener.shorten(text, List.of(), NO_MESSAGE, trackingBase).text();
    }

    private Api messages() {
        Database database = foundation.people();
        SearchStore search = new SearchStore(database);
        return new MessageApi(search, new TraceStore(database, search), new InboundStore(database));
    }

    private Api testMessages() {
        PhoneNumbers phones = new PhoneNumbers();
        return new TestMessageApi(new TestMessages(
                foundation.vertx(),
                stores.senders(),
                routing.ofLoneMessages(stores),
                new TestMessageStore(foundation.people(), stores.messages()),
                plugins::channel,
                phone -> valid(phones, phone, ""),
                foundation.ids(),
                queue,
                clock));
    }

    private MailingActions mailingActions() {
        TemplateCompiler compiler = new TemplateCompiler();
        PhoneNumbers phones = new PhoneNumbers();
        return new MailingActions(
                stores.mailings(),
                stores.launches(),
                stores.runs(),
                stores.steering(),
                launch(stores),
                facts -> compiles(compiler, facts),
                (phone, country) -> valid(phones, phone, country),
                queue,
                clock);
    }

    private static Future<Void> compiles(TemplateCompiler compiler, LaunchFacts facts) {
        String text = facts.templateText() == null ? "" : facts.templateText();
        return compiler.compile(text)
                .firstError()
                .map(problem -> Future.<Void>failedFuture(
                        Refusal.of(TemplateReason.VALUE_WRONG, Map.of("sentence", problem.sentence()))))
                .orElseGet(Future::succeededFuture);
    }

    private static Optional<String> valid(PhoneNumbers phones, String phone, String country) {
        try {
            return Optional.of(phones.digits(phone, country));
        } catch (Refusal notValid) {
            return Optional.empty();
        }
    }
}
