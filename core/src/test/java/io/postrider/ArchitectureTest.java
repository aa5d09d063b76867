package io.postrider;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The arrows of the architecture. Whoever breaks one is told why it is there. */
@AnalyzeClasses(
        packages = "io.postrider",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.OnlyTheServer.class})
final class ArchitectureTest {
    /** The simulator is on the tests' class path, but it is a house of its own. */
    static final class OnlyTheServer implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/io/postrider/simulator/") && !location.contains("/io/postrider/smpp/");
        }
    }

    private static final List<String> NOUNS = List.of(
            "account",
            "job",
            "profile",
            "resource",
            "sender",
            "template",
            "message",
            "reply",
            "link",
            "segment",
            "mailing",
            "report",
            "hook");
    private static final DescribedPredicate<JavaClass> PLAIN_PACKAGES =
            resideInAnyPackage("java..", "org.jspecify..", "io.postrider.refusal..", "io.postrider.plugin.api..");
    private static final DescribedPredicate<JavaClass> A_RECORD_OR_ENUM_OF_A_NOUN =
            new DescribedPredicate<>("a record or an enum of a noun") {
                @Override
                public boolean test(JavaClass type) {
                    boolean plain = (type.isRecord() || type.isEnum()) && type.isTopLevelClass();
                    return plain && NOUNS.stream().anyMatch(noun -> inNoun(type, noun));
                }
            };

    private static final DescribedPredicate<JavaClass> PLAIN_JAVA = new DescribedPredicate<>("are plain Java") {
        @Override
        public boolean test(JavaClass type) {
            JavaClass element = type.getBaseComponentType();
            return element.isPrimitive()
                    || A_RECORD_OR_ENUM_OF_A_NOUN.test(element)
                    || PLAIN_PACKAGES.test(element)
                    || element.getEnclosingClass()
                            .map(A_RECORD_OR_ENUM_OF_A_NOUN::test)
                            .orElse(false);
        }
    };

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_EACH_OTHER = slices().matching("io.postrider.stage.(*)..")
            .should()
            .notDependOnEachOther()
            .because("stages hand each other rows and hints, so that each can be read, tested and moved alone");

    @ArchTest
    static final ArchRule A_NOUN_USES_ONLY_NOUNS_TO_ITS_LEFT = classes()
            .should(new ArchCondition<>("use only nouns to the left of their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    checkNoun(type, events);
                }
            })
            .because("nouns hold still: a reader goes from account to report without turning back");

    @ArchTest
    static final ArchRule NOUNS_DO_NOT_KNOW_STAGES = noClasses()
            .that()
            .resideOutsideOfPackages("io.postrider.stage..", "io.postrider")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.postrider.stage..")
            .because("nouns hold still and stages move");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_SERVER = noClasses()
            .that(nameMatching("(?!io\\.postrider\\.(Main|Server)).*"))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.postrider.Server")
            .because("only Main starts the server, and only the server chooses between implementations");

    @ArchTest
    static final ArchRule RECORDS_OF_NOUNS_ARE_PURE = classes()
            .that(A_RECORD_OR_ENUM_OF_A_NOUN)
            .and()
            .arePublic()
            .should()
            .onlyDependOnClassesThat(PLAIN_JAVA)
            .because("what a noun is must be readable and testable without any library");

    @ArchTest
    static final ArchRule SQL_STANDS_IN_STORES = noClasses()
            .that()
            .resideOutsideOfPackage("io.postrider.store..")
            .and(nameMatching("(?!.*Store(\\$.*)?$).*"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.sqlclient..")
            .because("all SQL of an aggregate stands in one place, where its account id can be checked");

    @ArchTest
    static final ArchRule HTTP_STANDS_IN_APIS = noClasses()
            .that()
            .resideOutsideOfPackages("io.postrider.http..", "io.postrider.ops..", "io.postrider.stage.tracking..")
            .and(nameMatching("(?!.*Api(\\$.*)?$).*"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.ext.web..")
            .because("HTTP is one way in among others, and its numbers belong to the http room");

    @ArchTest
    static final ArchRule PF4J_STANDS_IN_PLUGIN = noClasses()
            .that()
            .resideOutsideOfPackage("io.postrider.plugin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pf4j..")
            .because("how plugins are loaded concerns nobody but the plugin room");

    @ArchTest
    static final ArchRule VERTICLES_SAY_SO_AND_BELONG_TO_THE_SERVER = classes()
            .that()
            .areAssignableTo(VerticleBase.class)
            .should()
            .haveSimpleNameEndingWith("Verticle")
            .allowEmptyShould(true)
            .because("a verticle says when; the brain beside it says what");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a sleeping thread is one that others wait for");

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_SYSTEM_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("time is passed in, so that a test can choose it");

    @ArchTest
    static final ArchRule NOTHING_STATIC_CHANGES = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.postrider..")
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("two servers in one JVM, as in tests, must not know each other");

    private static void checkNoun(JavaClass type, ConditionEvents events) {
        int own = nounOf(type);
        if (own < 0) {
            return;
        }
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> nounOf(dependency.getTargetClass()) > own)
                .forEach(dependency ->
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }

    private static int nounOf(JavaClass type) {
        for (int i = 0; i < NOUNS.size(); i++) {
            if (inNoun(type, NOUNS.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean inNoun(JavaClass type, String noun) {
        String room = "io.postrider." + noun;
        return type.getPackageName().equals(room) || type.getPackageName().startsWith(room + ".");
    }
}
