package io.bondtrader.security.access;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Who may depend on whom inside access. */
final class AccessArrowsTest {

    private static final String ROOT = "io.bondtrader.security.access";

    @Test
    void roomsFollowTheirArrows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("request")
                .definedBy(ROOT + ".request")
                .layer("policy")
                .definedBy(ROOT + ".policy")
                .layer("duty")
                .definedBy(ROOT + ".duty")
                .layer("grant")
                .definedBy(ROOT + ".grant")
                .layer("desk")
                .definedBy(ROOT + ".desk")
                .layer("control")
                .definedBy(ROOT)
                .layer("receipt")
                .definedBy(ROOT + ".receipt")
                .whereLayer("request")
                .mayNotAccessAnyLayer()
                .whereLayer("policy")
                .mayOnlyAccessLayers("request")
                .whereLayer("duty")
                .mayOnlyAccessLayers("request")
                .whereLayer("grant")
                .mayOnlyAccessLayers("request", "policy")
                .whereLayer("desk")
                .mayOnlyAccessLayers("request", "policy")
                .whereLayer("control")
                .mayOnlyAccessLayers("request", "policy", "duty", "grant")
                .whereLayer("receipt")
                .mayOnlyAccessLayers("request", "control")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages(ROOT));
    }
}
