package io.bondtrader.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Attack;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {

    /** RFC 5952, sections 4 and 5, and RFC 4291, section 2.2. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "255.255.255.255, 255.255.255.255",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:DB8::0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789, abcd:ef01:2345:6789:abcd:ef01:2345:6789",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "::ffff:10.0.0.1, 10.0.0.1",
        "0:0:0:0:0:ffff:a00:1, 10.0.0.1"
    })
    void writesOneFormOfWhatItReads(String text, String written) {
        assertThat(IpAddress.parse(text)).hasToString(written).isEqualTo(IpAddress.parse(written));
    }

    @Attack("A58")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0177.0.0.1",
                "127.1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "0x7f.0.0.1",
                "2130706433",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4:80",
                "[::1]",
                "fe80::1%eth0",
                "::1::",
                ":::",
                ":",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3.4:5",
                "1:",
                ":1",
                "\uff11.2.3.4",
                "1.2.3.4\n",
                "localhost"
            })
    void a58WhatOtherParsersReadInTheirOwnWayIsRefused(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @Property
    void readsBackWhatItWrites(@ForAll long high, @ForAll long low) throws UnknownHostException {
        IpAddress address = IpAddress.ofVersion6(high, low);

        assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        // The platform reads the same bits.
        byte[] bits = InetAddress.getByName(address.toString()).getAddress();
        long last = 0;
        for (int i = bits.length - 4; i < bits.length; i++) {
            last = last << 8 | (bits[i] & 0xff);
        }
        assertThat(last).isEqualTo(low & 0xffff_ffffL);
    }

    @Property
    void aNetworkKeepsThePrefixAndNothingElse(
            @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 128) int length) {
        IpAddress address = IpAddress.ofVersion6(high | 1L << 61, low);
        IpAddress network = address.network(length);

        for (int bit = 0; bit < 128; bit++) {
            assertThat(bit(network, bit)).isEqualTo(bit < length && bit(address, bit));
        }
        assertThat(network.network(length)).isEqualTo(network);
    }

    private static boolean bit(IpAddress address, int bit) {
        long half = bit < 64 ? address.high() : address.low();
        return (half >>> (63 - bit % 64) & 1) == 1;
    }

    @Test
    void aNetworkOfVersionFourHasAtMostThirtyTwoBits() {
        IpAddress address = IpAddress.parse("203.0.113.77");

        assertThat(address.network(24)).hasToString("203.0.113.0");
        assertThat(address.network(0)).hasToString("0.0.0.0");
        assertThat(address.network(32)).isEqualTo(address);
        assertThatThrownBy(() -> address.network(33)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> address.network(-1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void versionFourComesFirstAndBitsAreUnsigned() {
        assertThat(IpAddress.parse("255.0.0.0")).isLessThan(IpAddress.parse("::"));
        assertThat(IpAddress.parse("1::")).isLessThan(IpAddress.parse("ffff::"));
        assertThat(IpAddress.parse("9.0.0.0")).isLessThan(IpAddress.parse("200.0.0.0"));
    }
}
