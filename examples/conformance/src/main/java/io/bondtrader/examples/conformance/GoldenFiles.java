package io.bondtrader.examples.conformance;

import java.util.List;

/** Every kind of file that is recognised, in the order of the report. */
final class GoldenFiles {

    static final List<GoldenFile> ALL = List.of(
            new DayCountFile(),
            new CalendarFile(),
            new CalendarOperationFile(),
            new ScheduleFile(),
            new FixedBondFile(),
            new FixedBondCashFlowFile(),
            new ZeroBondFile(),
            new TreasuryBillFile(),
            new StepUpBondFile(),
            new AmortisingBondFile(),
            new PerpetualBondFile(),
            new InflationLinkedFile(),
            new InterpolationFile(),
            new NodeCurveFile(),
            new NodeCurveValueFile(),
            new CurveInstrumentFile(),
            new CurveFile(),
            new FitBondFile(),
            new FitFile(),
            new FitValueFile(),
            new SpreadFile(),
            new KeyRateFile(),
            new FloatingBondFile(),
            new FloaterMarginFile(),
            new PortfolioFile(),
            new VarReturnFile(),
            new VarResultFile(),
            new KellyFile(),
            new PublishedFile(),
            new TreasuryAuctionFile(),
            new BillAuctionFile());

    private GoldenFiles() {}
}
