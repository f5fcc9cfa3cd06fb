package io.bondtrader.testdata;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the packages of a module use one another only as a table allows. Immutable. */
public final class PackageArrows {

    private final String root;
    private final Map<String, Set<String>> table;
    private final JavaClasses module;

    private PackageArrows(String root, Map<String, Set<String>> table) {
        this.root = root;
        this.table = table;
        this.module = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(root);
    }

    /**
     * Reads the classes of a module.
     *
     * @param root the module's package
     * @param table for each package right below it, the others that it may use
     * @return the checks
     */
    public static PackageArrows of(String root, Map<String, Set<String>> table) {
        return new PackageArrows(root, Map.copyOf(table));
    }

    /** {@return the module's classes without its tests} */
    public JavaClasses classes() {
        return module;
    }

    /** Fails if a package uses another without an arrow, or if packages use one another in a circle. */
    public void requireFollowed() {
        ArchRuleDefinition.classes().should(followTheArrows()).check(module);
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(module);
    }

    /** Fails if a package is missing in the table, or the table has one that does not exist. */
    public void requireTableComplete() {
        Set<String> packages = new TreeSet<>();
        module.forEach(type -> packages.add(area(type)));

        assertThat(packages).isEqualTo(new TreeSet<>(table.keySet()));
    }

    /** Fails if a class reads the clock, writes to the console, or draws numbers without a seed. */
    public void requireClockAndChanceFromOutside() {
        noClasses().should().callMethod(Clock.class, "systemUTC").check(module);
        noClasses().should().callMethod(Clock.class, "systemDefaultZone").check(module);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(module);
        noClasses().should().callMethod(System.class, "nanoTime").check(module);
        noClasses().should().accessField(System.class, "out").check(module);
        noClasses().should().callMethod(Instant.class, "now").check(module);
        noClasses().should().callMethod(LocalDate.class, "now").check(module);
        noClasses().should().callMethod(Math.class, "random").check(module);
        noClasses().should().callConstructor(Random.class).check(module);
    }

    /** Fails if a package is used by classes outside the tree that its name says is its own. */
    public void requireInternalsLeftAlone() {
        ArchRuleDefinition.classes().should(leaveForeignInternalsAlone()).check(module);
    }

    /** {@return the public classes that others can extend: neither final, nor sealed, nor interfaces} */
    public Set<String> openClasses() {
        Set<String> open = new TreeSet<>();
        for (JavaClass type : module) {
            boolean closed = type.isInterface() || type.getModifiers().contains(JavaModifier.FINAL);
            // A sealed class is not final in the class file; only reflection knows.
            if (type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !closed
                    && !type.reflect().isSealed()) {
                open.add(type.getName());
            }
        }
        return open;
    }

    /** Fails if a package does not say that nothing in it is null unless it says so. */
    public void requireNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : module) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private String area(JavaClass type) {
        String name = type.getPackageName();
        String rest = name.substring(Math.min(name.length(), root.length() + 1));
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private ArchCondition<JavaClass> followTheArrows() {
        return new ArchCondition<>("follow the arrows") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<String> allowed = table.getOrDefault(area(type), Set.of());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    boolean ours = target.getPackageName().startsWith(root);
                    if (ours && !area(target).equals(area(type)) && !allowed.contains(area(target))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private ArchCondition<JavaClass> leaveForeignInternalsAlone() {
        return new ArchCondition<>("use no internal package of another tree") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    int internal = target.indexOf(".internal");
                    if (target.startsWith(root)
                            && internal >= 0
                            && !type.getPackageName().startsWith(target.substring(0, internal))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
