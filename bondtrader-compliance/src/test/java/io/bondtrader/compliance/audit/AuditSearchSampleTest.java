package io.bondtrader.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.audit.export.AuditExport;
import io.bondtrader.compliance.audit.export.ExportCheck;
import io.bondtrader.compliance.audit.export.ExportFormat;
import io.bondtrader.compliance.audit.export.ExportManifest;
import io.bondtrader.compliance.audit.query.AuditPage;
import io.bondtrader.compliance.audit.query.AuditQuery;
import io.bondtrader.compliance.audit.query.AuditSearch;
import io.bondtrader.compliance.audit.query.ProvenEvent;
import io.bondtrader.compliance.audit.siem.EcsMapper;
import io.bondtrader.compliance.audit.stream.AuditStream;
import io.bondtrader.compliance.audit.stream.FileCursors;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the handbook's page about searching and handing on. */
final class AuditSearchSampleTest {

    private final TestLog sample = new TestLog();
    private final AuditTrail trail = sample.log;
    private final TrustedKeys keys = sample.keys;

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        sample.append("ann", "order.created", "ord-1", Map.of("isin", "DE0001102580"), "mifid2");
        sample.append("ann", "order.cancelled", "ord-1", Map.of(), "mifid2");
        sample.append("bob", "limit.changed", "book-7", Map.of(), "sox");
    }

    @Test
    void aSearchWithProof() {
        AuditSearch search = AuditSearch.over(trail);
        AuditPage page = search.find(
                AuditQuery.all().actor("ann").action("order.*").tag("mifid2").newestFirst(), 50);

        ProvenEvent row = search.prove(page.events().get(0).index());
        LoggedEvent event = row.verified("example.com/audit", keys);

        assertThat(event.record().action()).isEqualTo("order.cancelled");
    }

    @Test
    void anExportThatProvesItself() {
        AuditExport.ofAll(trail)
                .matching(AuditQuery.all().tag("sox"))
                .also(ExportFormat.CSV)
                .writeTo(folder.resolve("for-the-auditor"));

        ExportManifest manifest = ExportCheck.verify(folder.resolve("for-the-auditor"), keys);

        assertThat(manifest.events()).isEqualTo(1);
        assertThat(manifest.omitted()).isEqualTo(2);
    }

    @Test
    void aStreamToASystemOutside() {
        List<String> outside = new ArrayList<>();
        EcsMapper mapper = EcsMapper.standard();
        AuditStream stream = AuditStream.builder(
                        trail,
                        "siem",
                        events -> events.forEach(event -> outside.add(mapper.map(event))),
                        FileCursors.in(folder.resolve("cursors")),
                        new SecureRandom())
                .only(record -> !record.action().startsWith("market."))
                .build();
        stream.step();

        assertThat(stream.status().behind()).isZero();
        assertThat(outside).hasSize(3);
    }
}
