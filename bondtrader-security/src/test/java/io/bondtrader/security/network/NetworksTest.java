package io.bondtrader.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Attack;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworksTest {

    @Attack("A58")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1/8", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0.0/+8",
                "2001:db8::1/32", "2001:db8::/129", "10/8", "/8", "10.0.0.0/8/8", "10.0.0.0/ 8", "::ffff:10.0.0.0/104"
            })
    void a58AmbiguousNetworksAreRefused(String text) {
        assertThatThrownBy(() -> CidrRange.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aNetworkKnowsItsAddresses() {
        CidrRange range = CidrRange.parse("192.0.2.128/25");
        assertThat(range.contains(IpAddress.parse("192.0.2.128"))).isTrue();
        assertThat(range.contains(IpAddress.parse("192.0.2.255"))).isTrue();
        assertThat(range.contains(IpAddress.parse("192.0.2.127"))).isFalse();
        assertThat(range.contains(IpAddress.parse("::"))).isFalse();
        assertThat(range.last()).hasToString("192.0.2.255");
        assertThat(range).hasToString("192.0.2.128/25");
        assertThat(CidrRange.parse("0.0.0.0/0").last()).hasToString("255.255.255.255");
        assertThat(CidrRange.parse("2001:db8::/33").last()).hasToString("2001:db8:7fff:ffff:ffff:ffff:ffff:ffff");
        assertThat(CidrRange.parse("2001:db8::/100").last()).hasToString("2001:db8::fff:ffff");
        assertThat(CidrRange.parse("::/0").last()).hasToString("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    }

    /** Against the plain definition: of all networks that hold the address, the longest. */
    @Property(tries = 300)
    void theLongestPrefixDecides(@ForAll long seed, @ForAll boolean four) {
        Random random = new Random(seed);
        Map<CidrRange, Integer> networks = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            // Few different bits, so that networks nest and touch.
            IpAddress address = address(random, four);
            int length = random.nextInt(four ? 33 : 129);
            networks.put(new CidrRange(address.network(length), length), i);
        }
        CidrMap<Integer> map = CidrMap.of(networks);
        for (int i = 0; i < 300; i++) {
            IpAddress address = address(random, four);
            if (i < 60) {
                CidrRange any = networks.keySet().stream()
                        .skip(random.nextInt(networks.size()))
                        .findFirst()
                        .orElseThrow();
                address = random.nextBoolean() ? any.network() : any.last();
            }
            IpAddress asked = address;
            Optional<Integer> expected = networks.entrySet().stream()
                    .filter(entry -> entry.getKey().contains(asked))
                    .max(Comparator.comparing(entry -> entry.getKey().length()))
                    .map(Map.Entry::getValue);
            assertThat(map.find(asked)).as("%s", asked).isEqualTo(expected);
        }
    }

    /** Addresses of version 4 lie inside such networks when written as version 6, and are none of them. */
    @Test
    void networksAroundTheMappedAddressesEndWhereTheyEnd() {
        CidrMap<String> map = CidrMap.of(Map.of(
                CidrRange.parse("::/80"),
                "inner",
                CidrRange.parse("::/64"),
                "outer",
                CidrRange.parse("0.0.0.0/0"),
                "four"));

        assertThat(map.find(IpAddress.parse("::fffe:ffff:ffff"))).contains("inner");
        assertThat(map.find(IpAddress.parse("::1:0:0:0"))).contains("outer");
        assertThat(map.find(IpAddress.parse("0:0:0:1::"))).isEmpty();
        assertThat(map.find(IpAddress.parse("255.255.255.255"))).contains("four");
        assertThat(map.find(IpAddress.parse("::ffff:255.255.255.255"))).contains("four");
        assertThat(CidrRange.parse("::/80").last().isVersion4()).isFalse();
    }

    private static IpAddress address(Random random, boolean four) {
        long few = random.nextInt(4) * 0x4000_0000L + random.nextInt(3) * 0x80L + random.nextInt(3);
        return four
                ? IpAddress.ofVersion4(few)
                : IpAddress.ofVersion6(
                        random.nextInt(4) * 0x4000_0000_0000_0000L + random.nextInt(3),
                        random.nextInt(4) * (1L << 62) + few);
    }

    @Test
    void aFilterTakesTheMostSpecificRule() {
        IpFilter filter = IpFilter.denyingOthers()
                .allow("10.0.0.0/8", "2001:db8::/32")
                .deny("10.1.0.0/16")
                .allow("10.1.2.0/24", "10.1.0.0/16")
                .build();

        assertThat(filter.allows(IpAddress.parse("10.9.9.9"))).isTrue();
        assertThat(filter.allows(IpAddress.parse("10.1.9.9"))).as("denial wins").isFalse();
        assertThat(filter.allows(IpAddress.parse("10.1.2.9"))).isTrue();
        assertThat(filter.allows(IpAddress.parse("::ffff:10.1.9.9"))).isFalse();
        assertThat(filter.allows(IpAddress.parse("192.0.2.1"))).isFalse();
        assertThat(filter.allows(IpAddress.parse("2001:db8::1"))).isTrue();
        assertThat(IpFilter.allowingOthers().deny("192.0.2.0/24").build().allows(IpAddress.parse("192.0.3.1")))
                .isTrue();
    }

    @Attack("A48")
    @Test
    void a48AForgedHeaderIsBelievedOnlyFromOurProxies() {
        TrustedProxies proxies = TrustedProxies.of("10.0.0.0/8", "2001:db8:1::/48");
        IpAddress proxy = IpAddress.parse("10.0.0.5");
        IpAddress stranger = IpAddress.parse("203.0.113.7");

        assertThat(proxies.client(stranger, List.of("198.51.100.1")))
                .as("no proxy of ours")
                .isEqualTo(stranger);
        assertThat(proxies.client(proxy, List.of("203.0.113.7"))).isEqualTo(stranger);
        assertThat(proxies.client(proxy, List.of("198.51.100.1, 203.0.113.7")))
                .as("forged by the client")
                .isEqualTo(stranger);
        assertThat(proxies.client(proxy, List.of("198.51.100.1", " 203.0.113.7 ,\t10.0.0.9")))
                .isEqualTo(stranger);
        assertThat(proxies.client(proxy, List.of("203.0.113.7, 2001:db8:1::4, 10.0.0.9")))
                .isEqualTo(stranger);
        assertThat(proxies.client(proxy, List.of())).isEqualTo(proxy);
        assertThat(proxies.client(proxy, List.of("203.0.113.7, nonsense")))
                .as("unreadable")
                .isEqualTo(proxy);
        assertThat(proxies.client(proxy, List.of("203.0.113.7:4711"))).isEqualTo(proxy);
        assertThat(proxies.client(proxy, List.of("203.0.113.7,"))).isEqualTo(proxy);
        assertThat(proxies.client(proxy, List.of("10.0.0.1"))).hasToString("10.0.0.1");
        assertThat(TrustedProxies.of().client(proxy, List.of("203.0.113.7"))).isEqualTo(proxy);
        assertThatThrownBy(() -> TrustedProxies.of("0.0.0.0/0")).isInstanceOf(InvalidInput.class);
    }

    @Attack("A48")
    @Test
    void a48AHeaderOfAMillionHopsIsReadFromItsEnd() {
        TrustedProxies proxies = TrustedProxies.of("10.0.0.0/8");
        String flood = "198.51.100.1,".repeat(100_000) + "203.0.113.7";

        assertThat(proxies.client(IpAddress.parse("10.0.0.5"), List.of(flood))).hasToString("203.0.113.7");
        assertThat(proxies.client(IpAddress.parse("10.0.0.5"), List.of("10.0.0.1,".repeat(1000) + "10.0.0.1")))
                .hasToString("10.0.0.1");
    }
}
