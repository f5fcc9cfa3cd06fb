package io.bondtrader.compliance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.contract.ReportDeliveryContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderDeliveryTest extends ReportDeliveryContract {

    @TempDir
    Path folder;

    @Override
    protected ReportDelivery emptyDelivery() {
        return FolderDelivery.to("archive", folder.resolve("reports"));
    }

    @Override
    protected int received() {
        try (Stream<Path> folders = Files.list(folder.resolve("reports"))) {
            return (int) folders.filter(each -> Files.exists(each.resolve("report.json"))
                            && Files.exists(each.resolve("report.csv"))
                            && Files.exists(each.resolve("report.html")))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noKeyLeavesTheFolder() {
        FolderDelivery delivery = FolderDelivery.to("archive", folder);
        for (String key : new String[] {"..", "../../etc", "a/b", "\u0000", "C:\\x", ""}) {
            assertThat(delivery.folderOf(key).normalize().getParent()).as(key).isEqualTo(folder);
        }
    }
}
