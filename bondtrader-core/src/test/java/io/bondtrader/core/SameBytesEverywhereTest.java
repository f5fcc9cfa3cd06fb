package io.bondtrader.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The same inputs give the same bytes on any machine: core asks nothing of the machine it happens to run on. */
final class SameBytesEverywhereTest {

    private static final JavaClasses CORE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.bondtrader.core");

    /** Those of Math that a platform may replace by an instruction of its own; the rest are exact by definition. */
    private static final Set<String> INEXACT = Set.of(
            "exp", "expm1", "log", "log1p", "log10", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin", "acos",
            "atan", "atan2", "sinh", "cosh", "tanh");

    private static final Set<String> LOCAL = Set.of("format", "formatted", "printf", "toLowerCase", "toUpperCase");

    @Test
    void numbersComeFromStrictMathOrFromOurOwnKernel() {
        never(
                "Math whose last digit depends on the machine",
                call -> of(call, Math.class) && INEXACT.contains(call.getName()));
    }

    @Test
    void nothingReadsTheClock() {
        never("the clock", call -> of(call, System.class) && call.getName().equals("currentTimeMillis"));
        never("the clock", call -> in(call, "java.time") && call.getName().equals("now"));
        never(
                "the default clock or time zone",
                call -> in(call, "java.time") && call.getName().startsWith("system"));
    }

    @Test
    void nothingDependsOnTheDefaultLocale() {
        never(
                "text in the default locale",
                call -> in(call, "java.lang") && LOCAL.contains(call.getName()) && !takes(call, Locale.class));
        never(
                "patterns in the default locale",
                call -> of(call, DateTimeFormatter.class)
                        && call.getName().equals("ofPattern")
                        && !takes(call, Locale.class));
        never(
                "the default locale",
                call -> of(call, Locale.class) && call.getName().equals("getDefault"));
        never("formats that change with the locale", call -> in(call, "java.text"));
    }

    @Test
    void randomnessIsSeeded() {
        never(
                "a generator without a seed",
                call -> (of(call, Random.class) || of(call, SplittableRandom.class))
                        && call.getName().equals("<init>")
                        && call.getRawParameterTypes().isEmpty());
        never("unseeded randomness", call -> of(call, ThreadLocalRandom.class));
        never(
                "unseeded randomness",
                call -> of(call, Math.class) && call.getName().equals("random"));
        never(
                "unseeded randomness",
                call -> of(call, UUID.class) && call.getName().equals("randomUUID"));
    }

    @Test
    void stateIsNeverStaticAndMutable() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .because("two books valued in one process must not meet")
                .check(CORE);
    }

    @Test
    void nothingWritesToTheConsoleOrToTheJdksLogger() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
    }

    private static void never(String what, Predicate<CodeUnitAccessTarget> forbidden) {
        noClasses()
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("asks for " + what) {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return access.getTarget() instanceof CodeUnitAccessTarget target && forbidden.test(target);
                    }
                })
                .check(CORE);
    }

    private static boolean in(CodeUnitAccessTarget call, String packageName) {
        return call.getOwner().getPackageName().equals(packageName);
    }

    private static boolean of(CodeUnitAccessTarget call, Class<?> type) {
        return call.getOwner().isEquivalentTo(type);
    }

    private static boolean takes(CodeUnitAccessTarget call, Class<?> type) {
        List<JavaClass> parameters = call.getRawParameterTypes();
        return parameters.stream().anyMatch(parameter -> parameter.isEquivalentTo(type));
    }
}
