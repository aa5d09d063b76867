package io.postrider.template;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.HttpReason;
import io.postrider.http.Operation;
import io.postrider.http.Paging;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Templates and their versions by HTTP. */
public final class TemplateApi implements Api {
    private static final String COPY_OF = "Copy of ";
    private static final int LONGEST_NAME = 200;
    private final TemplateStore store;
    private final TemplateCheck check;

    public TemplateApi(TemplateStore store, TemplateCheck check) {
        this.store = store;
        this.check = check;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listTemplates", this::list,
                "createTemplate", this::create,
                "getTemplate", this::get,
                "updateTemplate", this::update,
                "deleteTemplate", this::delete,
                "cloneTemplate", this::copy,
                "listTemplateVersions", this::versions,
                "getTemplateVersion", this::version);
    }

    private Future<Answer> list(Call call) {
        Paging paging = call.paging();
        return store.page(call.account(), listing(paging)).map(found -> {
            boolean more = found.size() > paging.limit();
            List<ListedTemplate> shown = more ? found.subList(0, paging.limit()) : found;
            JsonArray items = new JsonArray();
            shown.forEach(template -> items.add(TemplateView.of(template)));
            ListedTemplate last = more ? shown.get(shown.size() - 1) : null;
            return Answer.page(
                    items,
                    last == null ? null : TemplateListing.cursor(last.template().id(), last.sortKey()));
        });
    }

    private static TemplateListing listing(Paging paging) {
        try {
            return TemplateListing.of(paging.q(), paging.sort(), paging.after(), paging.limit() + 1);
        } catch (IllegalArgumentException foreign) {
            throw Refusal.ofField(HttpReason.BAD_CURSOR, "/after", Map.of());
        }
    }

    private Future<Answer> create(Call call) {
        Template template = template(call, 0, 1, call.now(), TemplateState.READY);
        return checked(template)
                .compose(fine -> store.create(template, call.caller().userId()))
                .compose(this::created);
    }

    private Future<Answer> created(Template made) {
        return store.listed(made.accountId(), made.id())
                .map(listed ->
                        Answer.created("/api/v1/templates/" + made.id(), TemplateView.of(listed), made.version()));
    }

    /** A draft may have mistakes, as long as a plugin knows its channels. */
    private Future<Void> checked(Template template) {
        if (template.state() == TemplateState.DRAFT) {
            check.refuseChannels(template.texts().keySet());
            return Future.succeededFuture();
        }
        return check.refuseMistakes(template.accountId(), template.texts());
    }

    private Future<Answer> copy(Call call) {
        return store.get(call.account(), call.id("id"))
                .compose(saved -> store.namesLike(call.account(), COPY_OF)
                        .compose(taken -> store.create(
                                saved.copy(freeName(saved.name(), taken), call.now()),
                                call.caller().userId())))
                .compose(this::created);
    }

    private static String freeName(String name, List<String> taken) {
        String beginning = COPY_OF + name;
        for (int number = 1; ; number++) {
            String end = number == 1 ? "" : " (" + number + ")";
            int room = LONGEST_NAME - end.length();
            String free = (beginning.length() > room ? beginning.substring(0, room) : beginning) + end;
            if (!taken.contains(free)) {
                return free;
            }
        }
    }

    private Future<Answer> get(Call call) {
        return store.listed(call.account(), call.id("id")).map(TemplateApi::shown);
    }

    private static Answer shown(ListedTemplate listed) {
        return Answer.versioned(TemplateView.of(listed), listed.template().version());
    }

    private Future<Answer> update(Call call) {
        int version = call.version();
        return store.get(call.account(), call.id("id")).compose(saved -> {
            Template changed = template(call, saved.id(), version, saved.createdAt(), saved.state());
            return checked(changed)
                    .compose(fine -> store.update(changed, call.caller().userId()))
                    .compose(now -> store.listed(now.accountId(), now.id()))
                    .map(TemplateApi::shown);
        });
    }

    private Future<Answer> delete(Call call) {
        int version = call.version();
        return store.get(call.account(), call.id("id"))
                .compose(template -> store.delete(call.account(), template.id(), version))
                .map(done -> Answer.nothing());
    }

    private static Template template(Call call, long id, int version, Instant createdAt, TemplateState state) {
        Map<String, String> texts = new HashMap<>();
        call.body()
                .getJsonObject("texts")
                .forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return new Template(
                call.account(),
                id,
                call.body().getString("name").strip(),
                texts,
                TemplateState.of(call.body().getString("state", state.word())),
                version,
                createdAt,
                call.now());
    }

    private Future<Answer> versions(Call call) {
        Paging paging = call.paging();
        int before = (int) Math.min(Integer.MAX_VALUE, paging.afterId(Integer.MAX_VALUE));
        return store.get(call.account(), call.id("id"))
                .compose(template -> store.versions(call.account(), template.id(), before, paging.limit() + 1))
                .map(versions -> page(versions, paging.limit()));
    }

    private static Answer page(List<TemplateVersion> versions, int limit) {
        List<TemplateVersion> shown = versions.subList(0, Math.min(limit, versions.size()));
        JsonArray items = new JsonArray();
        shown.forEach(version -> items.add(TemplateView.of(version)));
        boolean more = versions.size() > limit;
        return Answer.page(
                items, more ? Integer.toString(shown.get(shown.size() - 1).version()) : null);
    }

    private Future<Answer> version(Call call) {
        long number = call.id("version");
        int before = (int) Math.min(Integer.MAX_VALUE, number + 1);
        return store.versions(call.account(), call.id("id"), before, 1)
                .map(found -> found.stream()
                        .filter(version -> version.version() == number)
                        .findFirst()
                        .map(version -> Answer.of(TemplateView.of(version)))
                        .orElseThrow(() -> Refusal.of(TemplateReason.VERSION_NOT_FOUND)));
    }
}
