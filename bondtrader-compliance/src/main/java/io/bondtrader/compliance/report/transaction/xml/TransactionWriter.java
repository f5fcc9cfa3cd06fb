package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.report.transaction.Cancellation;
import io.bondtrader.compliance.report.transaction.Party;
import io.bondtrader.compliance.report.transaction.PartySide;
import io.bondtrader.compliance.report.transaction.Price;
import io.bondtrader.compliance.report.transaction.Responsible;
import io.bondtrader.compliance.report.transaction.TransactionMessage;
import io.bondtrader.compliance.report.transaction.TransactionReport;
import io.bondtrader.compliance.report.transaction.person.IdentifierScheme;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes messages element by element. */
final class TransactionWriter {

    private final XMLStreamWriter out;

    private TransactionWriter(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] write(TransactionFile file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            new TransactionWriter(out).file(file);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Writing to memory failed", impossible);
        }
        return bytes.toByteArray();
    }

    private void file(TransactionFile file) throws XMLStreamException {
        MessageHeader header = file.header();
        if (header == null) {
            document(file);
            return;
        }
        root("BizData", MessageGrammars.ENVELOPE);
        start("Hdr");
        root("AppHdr", MessageGrammars.HEADER);
        party("Fr", header.from());
        party("To", header.to());
        leaf("BizMsgIdr", header.messageId());
        leaf("MsgDefIdr", header.definition());
        leaf("CreDt", header.created().truncatedTo(ChronoUnit.SECONDS).toString());
        end();
        end();
        start("Pyld");
        document(file);
        end();
        end();
    }

    private void party(String name, String id) throws XMLStreamException {
        start(name);
        start("OrgId");
        start("Id");
        start("OrgId");
        start("Othr");
        leaf("Id", id);
        for (int i = 0; i < 5; i++) {
            end();
        }
    }

    private void document(TransactionFile file) throws XMLStreamException {
        root("Document", MessageGrammars.REPORTS);
        start("FinInstrmRptgTxRpt");
        for (TransactionMessage message : file.messages()) {
            start("Tx");
            if (message instanceof TransactionReport report) {
                report(report);
            } else if (message instanceof Cancellation cancellation) {
                start("Cxl");
                leaf("TxId", cancellation.reference().text());
                leaf("ExctgPty", cancellation.executingEntity().value());
                leaf("SubmitgPty", cancellation.submittingEntity().value());
                end();
            }
            end();
        }
        end();
        end();
    }

    private void report(TransactionReport report) throws XMLStreamException {
        start("New");
        leaf("TxId", report.reference().text());
        leaf("ExctgPty", report.executingEntity().value());
        leaf("InvstmtPtyInd", Boolean.toString(report.investmentFirm()));
        leaf("SubmitgPty", report.submittingEntity().value());
        side("Buyr", report.buyer());
        side("Sellr", report.seller());
        start("OrdrTrnsmssn");
        leaf("TrnsmssnInd", Boolean.toString(report.transmission().transmitted()));
        optional("TrnsmttgBuyr", report.transmission().buyerFirm());
        optional("TrnsmttgSellr", report.transmission().sellerFirm());
        end();
        trade(report);
        start("FinInstrm");
        leaf("Id", report.instrument().value());
        end();
        Responsible decision = report.investmentDecision();
        if (decision != null) {
            responsible("InvstmtDcsnPrsn", decision);
        }
        responsible("ExctgPrsn", report.execution());
        start("AddtlAttrbts");
        each(report.waivers(), "WvrInd");
        optional("ShrtSellgInd", report.shortSale());
        each(report.flags(), "OTCPstTradInd");
        leaf("SctiesFincgTxInd", Boolean.toString(report.securitiesFinancing()));
        end();
        end();
    }

    private void trade(TransactionReport report) throws XMLStreamException {
        start("Tx");
        leaf("TradDt", report.tradingTime().toString());
        leaf("TradgCpcty", report.capacity().name());
        start("Qty");
        amount("NmnlVal", report.nominal(), report.nominalCurrency().code());
        end();
        start("Pric");
        price(report.price());
        end();
        optional("NetAmt", report.netAmount());
        leaf("TradVn", report.venue().value());
        optional("CtryOfBrnch", report.venueBranch());
        optional("TradPlcMtchgId", report.venueTransactionId());
        optional("CmplxTradCmpntId", report.packageId());
        end();
    }

    private void price(Price price) throws XMLStreamException {
        if (price instanceof Price.None none) {
            start("NoPric");
            leaf("Pdg", none.reason().name());
            optional("Ccy", none.currency());
            end();
            return;
        }
        start("Pric");
        if (price instanceof Price.Percentage percentage) {
            leaf("Pctg", percentage.value().toPlainString());
        } else if (price instanceof Price.Yield yield) {
            leaf("Yld", yield.value().toPlainString());
        } else if (price instanceof Price.BasisPoints points) {
            leaf("BsisPts", points.value().toPlainString());
        } else if (price instanceof Price.Monetary money) {
            start("MntryVal");
            amount("Amt", money.value().abs(), money.currency().code());
            if (money.value().signum() < 0) {
                // The sign is positive unless it says otherwise.
                leaf("Sgn", "false");
            }
            end();
        }
        end();
    }

    private void side(String name, PartySide side) throws XMLStreamException {
        start(name);
        for (PartySide.Owner owner : side.owners()) {
            start("AcctOwnr");
            start("Id");
            party(owner.party());
            end();
            optional("CtryOfBrnch", owner.branch());
            end();
        }
        for (Party.DecisionMaker maker : side.decisionMakers()) {
            start("DcsnMakr");
            party(maker);
            end();
        }
        end();
    }

    private void party(Party party) throws XMLStreamException {
        if (party instanceof Party.LegalEntity entity) {
            leaf("LEI", entity.lei().value());
        } else if (party instanceof Party.AnonymousVenue venue) {
            leaf("MIC", venue.mic().value());
        } else if (party instanceof Party.AggregateAccount) {
            leaf("Intl", "INTC");
        } else if (party instanceof Party.Person person) {
            start("Prsn");
            leaf("FrstNm", person.firstNames());
            leaf("Nm", person.surnames());
            leaf("BirthDt", person.birthDate().toString());
            identifier(person.id());
            end();
        }
    }

    private void responsible(String name, Responsible responsible) throws XMLStreamException {
        start(name);
        if (responsible instanceof Responsible.Algorithm algorithm) {
            leaf("Algo", algorithm.code());
        } else if (responsible instanceof Responsible.Client) {
            leaf("Clnt", "NORE");
        } else if (responsible instanceof Responsible.Employee employee) {
            start("Prsn");
            leaf("CtryOfBrnch", employee.branch().code());
            identifier(employee.id());
            end();
        }
        end();
    }

    private void identifier(NaturalPersonId id) throws XMLStreamException {
        start("Othr");
        leaf("Id", id.text());
        start("SchmeNm");
        leaf(
                id.scheme() == IdentifierScheme.CONCAT ? "Prtry" : "Cd",
                id.scheme().name());
        end();
        end();
    }

    private <T extends Enum<T>> void each(Iterable<T> codes, String name) throws XMLStreamException {
        for (T code : codes) {
            leaf(name, code.name());
        }
    }

    private void optional(String name, @Nullable Object value) throws XMLStreamException {
        if (value instanceof BigDecimal number) {
            leaf(name, number.toPlainString());
        } else if (value instanceof Enum<?> code) {
            leaf(name, code.name());
        } else if (value != null) {
            leaf(name, value.toString());
        }
    }

    private void amount(String name, BigDecimal value, String currency) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeAttribute("Ccy", currency);
        out.writeCharacters(value.toPlainString());
        out.writeEndElement();
    }

    private void leaf(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void root(String name, String namespace) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeDefaultNamespace(namespace);
    }

    private void start(String name) throws XMLStreamException {
        out.writeStartElement(name);
    }

    private void end() throws XMLStreamException {
        out.writeEndElement();
    }
}
