package io.postrider.mailing;

import io.postrider.refusal.Refusal;
import io.postrider.sender.route.RoutePlan;
import io.postrider.sender.route.RouteSender;
import io.postrider.sender.route.RouteTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a mailing has all it needs to start; pure. */
public final class Readiness {
    private Readiness() {}

    /** The first thing that keeps the mailing from starting. */
    public static Optional<Refusal> refusal(LaunchFacts facts) {
        List<String> missing = missing(facts);
        if (!missing.isEmpty()) {
            return Optional.of(Refusal.of(MailingReason.INCOMPLETE, Map.of("missing", String.join(", ", missing))));
        }
        if (!facts.databaseOfResource()) {
            return Optional.of(Refusal.ofField(
                    MailingReason.DATABASE_NOT_OF_RESOURCE,
                    "/databaseId",
                    Map.of("resource", name(facts.resource()), "database", name(facts.database()))));
        }
        if (!facts.channelOfResource()) {
            return Optional.of(Refusal.ofField(
                    MailingReason.NO_CHANNEL,
                    "/channel",
                    Map.of(
                            "resource",
                            name(facts.resource()),
                            "channel",
                            facts.mailing().channel())));
        }
        Optional<Refusal> nobody = noCallerId(facts);
        if (nobody.isPresent()) {
            return nobody;
        }
        if (facts.templateText() == null) {
            return Optional.of(Refusal.ofField(
                    MailingReason.NO_TEXT,
                    "/templateId",
                    Map.of(
                            "template",
                            name(facts.template()),
                            "channel",
                            facts.mailing().channel())));
        }
        return Optional.empty();
    }

    /** Says which message would have no caller ID: any, or those of a rule's sender. */
    private static Optional<Refusal> noCallerId(LaunchFacts facts) {
        RoutePlan route = facts.route();
        if (route == null) {
            return facts.callerId().isEmpty()
                    ? Optional.of(Refusal.ofField(MailingReason.NO_CALLER_ID, "/resourceId", Map.of()))
                    : Optional.empty();
        }
        for (int i = 0; i < route.rules().size(); i++) {
            for (RouteTarget target : route.rules().get(i).targets()) {
                if (route.callerId(target, facts.callerId()).isEmpty()) {
                    String sender = route.sender(target.senderId())
                            .map(RouteSender::name)
                            .orElse("");
                    return Optional.of(Refusal.ofField(
                            MailingReason.NO_CALLER_ID_OF_RULE,
                            "/virtualSenderId",
                            Map.of("rule", Integer.toString(i + 1), "sender", sender)));
                }
            }
        }
        return Optional.empty();
    }

    /** The first thing that keeps the mailing from being sent to everybody; a draft may be tested only. */
    public static Optional<Refusal> refusalToSend(LaunchFacts facts) {
        return refusal(facts)
                .or(() -> facts.templateDraft()
                        ? Optional.of(Refusal.ofField(
                                MailingReason.TEMPLATE_DRAFT,
                                "/templateId",
                                Map.of("template", name(facts.template()))))
                        : Optional.empty());
    }

    private static List<String> missing(LaunchFacts facts) {
        List<String> missing = new ArrayList<>();
        if (facts.resource() == null) {
            missing.add("a resource");
        }
        if (facts.database() == null) {
            missing.add("an audience");
        }
        if (facts.template() == null) {
            missing.add("a template");
        }
        if (facts.sender() == null && facts.route() == null) {
            missing.add("a sender");
        }
        return missing;
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }
}
