package io.bondtrader.risk.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A report: sections in an order, as of a day.
 *
 * <p>{@link #toHtml} is one file with its charts and styles inside: it needs no network and prints well. {@link #toJson} holds
 * the same figures for machines. Immutable and safe for use by many threads.
 *
 * @param title the title of the report
 * @param asOf the day whose figures it holds
 * @param subtitle whose book it is, in what currency; may be empty
 * @param sections the sections, in order
 */
public record RiskReport(String title, LocalDate asOf, String subtitle, List<ReportSection> sections) {

    /**
     * Copies the sections.
     *
     * @throws InvalidInput if the title is blank or there is no section
     */
    public RiskReport {
        InvalidInput.unless(!title.isBlank(), "title", title, "not blank");
        sections = List.copyOf(sections);
        InvalidInput.unless(!sections.isEmpty(), "sections", 0, "at least one");
    }

    /**
     * Returns a report without sections to add them to.
     *
     * @param title the title of the report
     * @param asOf the day whose figures it holds
     * @return the builder
     */
    public static Builder builder(String title, LocalDate asOf) {
        return new Builder(title, asOf);
    }

    /** {@return the report as one page that needs nothing else} */
    public String toHtml() {
        return new HtmlPage(this).render();
    }

    /** {@return the report as JSON, members in a settled order, numbers in full} */
    public String toJson() {
        try {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(JsonTree.of(this));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return the title, the day and the headings} */
    @Override
    public String toString() {
        return "RiskReport[" + title + " as of " + asOf + ": "
                + String.join(", ", sections.stream().map(ReportSection::title).toList()) + "]";
    }

    /** Sections of a {@link RiskReport}. For one thread. */
    public static final class Builder {

        private final String title;
        private final LocalDate asOf;
        private String subtitle = "";
        private final List<ReportSection> sections = new ArrayList<>();

        private Builder(String title, LocalDate asOf) {
            this.title = title;
            this.asOf = asOf;
        }

        /**
         * Sets the line under the title.
         *
         * @param text whose book it is, in what currency
         * @return this
         */
        public Builder subtitle(String text) {
            subtitle = text;
            return this;
        }

        /**
         * Adds a section.
         *
         * @param section the section
         * @return this
         */
        public Builder add(ReportSection section) {
            sections.add(section);
            return this;
        }

        /**
         * Returns the report.
         *
         * @return the report
         * @throws InvalidInput if the title is blank or there is no section
         */
        public RiskReport build() {
            return new RiskReport(title, asOf, subtitle, sections);
        }
    }
}
