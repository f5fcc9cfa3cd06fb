package io.bondtrader.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.contract.AuditSinkContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the jars and poms promise to those who build on them. */
final class PublishedFormTest {

    private static final Path CHECKOUT = Path.of("..");

    @Test
    void everyJarNamesItsModuleAfterItsRootPackage() throws IOException {
        for (String module : FinishedJars.MODULES) {
            try (JarFile jar = new JarFile(FinishedJars.of(module).toFile())) {
                assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                        .isEqualTo("io." + module.replace('-', '.'));
            }
        }
    }

    @Test
    void everyJarCarriesTheLicence() throws IOException {
        for (String module : FinishedJars.MODULES) {
            try (JarFile jar = new JarFile(FinishedJars.of(module).toFile())) {
                assertThat(jar.stream().map(Object::toString)).contains("META-INF/LICENSE", "META-INF/NOTICE");
            }
        }
    }

    @Test
    void everyServiceThatAJarNamesCanBeCreated() throws Exception {
        int services = 0;
        for (String module : FinishedJars.MODULES) {
            try (JarFile jar = new JarFile(FinishedJars.of(module).toFile())) {
                for (JarEntry entry : jar.stream().toList()) {
                    String name = entry.getName();
                    if (name.startsWith("META-INF/services/") && !entry.isDirectory()) {
                        Class<?> service = Class.forName(name.substring("META-INF/services/".length()));
                        assertThat(ServiceLoader.load(service).stream().map(ServiceLoader.Provider::get))
                                .isNotEmpty();
                        services++;
                    }
                }
            }
        }
        assertThat(services).isPositive();
    }

    @Test
    void theContractKitsArePublishedWithoutOurOtherTests() throws IOException {
        Path kits = Path.of(URI.create(AuditSinkContract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        try (JarFile jar = new JarFile(kits.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("io.bondtrader.core.contract");
            assertThat(jar.stream().map(Object::toString).filter(entry -> entry.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(entry -> entry.startsWith("io/bondtrader/core/contract/"));
        }
    }

    @Test
    void noPackageLivesInTwoJars() throws IOException {
        Map<String, String> home = new TreeMap<>();
        for (String module : FinishedJars.MODULES) {
            try (JarFile jar = new JarFile(FinishedJars.of(module).toFile())) {
                List<String> packages = jar.stream()
                        .map(Object::toString)
                        .filter(entry -> entry.endsWith(".class"))
                        .map(entry -> entry.substring(0, entry.lastIndexOf('/')))
                        .distinct()
                        .toList();
                assertThat(packages).isNotEmpty();
                for (String name : packages) {
                    assertThat(home.put(name, module))
                            .as("also has %s, like %s", name, module)
                            .isNull();
                }
            }
        }
    }

    @Test
    void theBomNamesEveryModuleAndNobodyElse() throws Exception {
        Document bom = pom("bondtrader-bom");

        Set<String> groups = new TreeSet<>();
        Set<String> artifacts = new TreeSet<>();
        NodeList managed = bom.getElementsByTagName("dependency");
        for (int i = 0; i < managed.getLength(); i++) {
            Element dependency = (Element) managed.item(i);
            groups.add(text(dependency, "groupId"));
            artifacts.add(text(dependency, "artifactId"));
        }
        assertThat(groups).containsExactly("io.bondtrader");
        Set<String> published = new TreeSet<>(FinishedJars.MODULES);
        published.addAll(FinishedJars.ADAPTERS);
        assertThat(artifacts).containsExactlyElementsOf(published);
        assertThat(bom.getElementsByTagName("parent").getLength()).isZero();
    }

    @Test
    void publishedPomsStandAloneAndSayWhatTheCentralRepositoryAsks() throws Exception {
        for (String module : FinishedJars.MODULES) {
            Document pom = pom(module);
            assertThat(pom.getElementsByTagName("parent").getLength()).isZero();
            assertThat(Files.readString(CHECKOUT.resolve(module).resolve(".flattened-pom.xml")))
                    .doesNotContain("${");
            for (String element : List.of("name", "description", "url", "licenses", "developers", "scm")) {
                assertThat(pom.getElementsByTagName(element).getLength())
                        .as("%s of %s", element, module)
                        .isPositive();
            }
        }
    }

    private static Document pom(String module) throws Exception {
        Path pom = CHECKOUT.resolve(module).resolve(".flattened-pom.xml");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent();
    }
}
