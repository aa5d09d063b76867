package io.postrider.rehearsal;

import io.postrider.job.Job;
import io.postrider.mailing.MailingStore;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.ProfileDatabase;
import io.postrider.resource.Resource;
import io.postrider.resource.ResourceStore;
import io.postrider.template.Template;
import io.postrider.template.TemplateListing;
import io.postrider.template.TemplateOrder;
import io.postrider.template.TemplateStore;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a newcomer needs to send a first mailing: a list with people, a text, and a draft that leads to the simulator. What is
 * there already is taken as it is, so it can be asked for again after an interruption. Callable from any thread.
 */
public final class Demo {
    private static final int ALIKE = 200;
    private final SimulatorSender sender;
    private final DatabaseStore databases;
    private final ResourceStore resources;
    private final TemplateStore templates;
    private final MailingStore mailings;
    private final SampleList list;
    private final Map<Long, Future<Made>> making = new ConcurrentHashMap<>();

    /** @param list brings the sample list into the database */
    public Demo(
            SimulatorSender sender,
            DatabaseStore databases,
            ResourceStore resources,
            TemplateStore templates,
            MailingStore mailings,
            SampleList list) {
        this.sender = sender;
        this.databases = databases;
        this.resources = resources;
        this.templates = templates;
        this.mailings = mailings;
        this.list = list;
    }

    /** Begins the import of the sample list, or finds the one that was begun. */
    public interface SampleList {
        /** The job that imports, into a database with a resource, for a user. */
        Future<Job> load(long account, long database, long resource, long user, Instant now);
    }

    /** Who wants it. */
    record Wish(long account, long user, String login, Instant now) {}

    /** What is there before the mailing. */
    record Parts(long senderId, long databaseId, long resourceId, long templateId) {}

    /** All of it, and the import that goes on. */
    record Made(Parts parts, long mailingId, Job job) {}

    /** Makes what is missing; of several who ask at once, one does. */
    Future<Made> make(Wish wish) {
        Future<Made> made = making.computeIfAbsent(wish.account(), account -> begin(wish));
        made.onComplete(done -> making.remove(wish.account(), made));
        return made;
    }

    private Future<Made> begin(Wish wish) {
        return parts(wish)
                .compose(parts -> mailing(wish, parts)
                        .compose(mailing -> list.load(
                                        wish.account(), parts.databaseId(), parts.resourceId(), wish.user(), wish.now())
                                .map(job -> new Made(parts, mailing, job))));
    }

    private Future<Parts> parts(Wish wish) {
        return sender.ensure(wish.account(), wish.now())
                .compose(way -> database(wish)
                        .compose(database -> resource(wish, database)
                                .compose(resource -> template(wish)
                                        .map(template -> new Parts(way.id(), database, resource, template)))));
    }

    private Future<Long> database(Wish wish) {
        return databases
                .page(wish.account(), 0, DemoContent.LIST, ALIKE)
                .compose(found -> found.stream()
                        .filter(each -> each.name().equals(DemoContent.LIST))
                        .findFirst()
                        .map(Future::succeededFuture)
                        .orElseGet(() -> databases.create(DemoContent.database(wish.account(), wish.now())))
                        .map(ProfileDatabase::id));
    }

    private Future<Long> resource(Wish wish, long database) {
        return resources
                .page(wish.account(), 0, DemoContent.RESOURCE, ALIKE)
                .compose(found -> found.stream()
                        .filter(each -> each.name().equals(DemoContent.RESOURCE)
                                && each.databaseIds().contains(database))
                        .findFirst()
                        .map(Future::succeededFuture)
                        .orElseGet(() -> resources.create(DemoContent.resource(wish.account(), database, wish.now())))
                        .map(Resource::id));
    }

    private Future<Long> template(Wish wish) {
        TemplateListing alike = new TemplateListing(DemoContent.TEMPLATE, TemplateOrder.CREATED, false, "", 0, ALIKE);
        return templates
                .page(wish.account(), alike)
                .compose(found -> found.stream()
                        .map(each -> each.template())
                        .filter(each -> each.name().equals(DemoContent.TEMPLATE))
                        .findFirst()
                        .map(Future::succeededFuture)
                        .orElseGet(
                                () -> templates.create(DemoContent.template(wish.account(), wish.now()), wish.user()))
                        .map(Template::id));
    }

    private Future<Long> mailing(Wish wish, Parts parts) {
        Future<Optional<Long>> there =
                mailings.anyOf(wish.account(), parts.databaseId(), parts.templateId(), parts.senderId());
        return there.compose(found -> found.map(Future::succeededFuture)
                .orElseGet(() -> mailings.create(DemoContent.mailing(wish.account(), parts, wish.login(), wish.now()))
                        .map(made -> made.id())));
    }
}
