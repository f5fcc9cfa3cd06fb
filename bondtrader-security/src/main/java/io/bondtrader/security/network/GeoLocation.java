package io.bondtrader.security.network;

import io.bondtrader.core.error.InvalidInput;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where an address is, as far as a database knows. Immutable.
 *
 * @param country two capital letters of ISO 3166-1
 * @param latitude in degrees north; null if only the country is known
 * @param longitude in degrees east; null if only the country is known
 * @param anonymous whether it is known to hide its users: a proxy, a relay, a hosting network
 */
public record GeoLocation(
        String country, @Nullable Double latitude, @Nullable Double longitude, boolean anonymous) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    /**
     * Checks the form.
     *
     * @throws InvalidInput if the country is no code, or a coordinate is outside the globe or stands alone
     */
    public GeoLocation {
        boolean code = country.length() == 2 && country.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        InvalidInput.unless(code, "country", country, "two capital letters of ISO 3166-1");
        InvalidInput.unless(
                (latitude == null) == (longitude == null), "longitude", longitude, "given if and only if latitude is");
        InvalidInput.unless(
                latitude == null || (latitude >= -90 && latitude <= 90), "latitude", latitude, "from -90 to 90");
        InvalidInput.unless(
                longitude == null || (longitude >= -180 && longitude <= 180),
                "longitude",
                longitude,
                "from -180 to 180");
    }

    /**
     * Returns a place of which the country is known.
     *
     * @param country two capital letters of ISO 3166-1
     * @return the place
     */
    public static GeoLocation ofCountry(String country) {
        return new GeoLocation(country, null, null, false);
    }

    /**
     * Returns the distance along the surface, by the haversine formula on a sphere of the mean radius (IUGG).
     *
     * @param other place
     * @return kilometres; nothing if either has no coordinates
     */
    public OptionalDouble kilometresTo(GeoLocation other) {
        if (latitude == null || longitude == null || other.latitude == null || other.longitude == null) {
            return OptionalDouble.empty();
        }
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double a = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * square(Math.sin(east / 2));
        return OptionalDouble.of(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a))));
    }

    private static double square(double x) {
        return x * x;
    }
}
