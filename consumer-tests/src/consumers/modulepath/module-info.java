/** A user of the library on the module path. */
module desk {
    requires io.bondtrader.core;

    provides io.bondtrader.core.time.HolidayProvider with
            desk.FoundersDay;
}
