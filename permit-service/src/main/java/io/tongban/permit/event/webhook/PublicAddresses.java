package io.tongban.permit.event.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks up addresses and gives only those that anybody on the Internet can reach: connections are made to what it gives, so a name that
 * leads elsewhere the next time leads nowhere.
 *
 * <p>Source: the special-purpose address registries of IANA (RFC 6890), by which nothing here is for the public.
 */
final class PublicAddresses implements DnsResolver {

    private static final int BITS_OF_A_BYTE = 8;

    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.88.99.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            Block.of("224.0.0.0/4"),
            Block.of("240.0.0.0/4"),
            Block.of("2001::/23"),
            Block.of("2001:db8::/32"),
            Block.of("2002::/16"),
            Block.of("3fff::/20"));

    /** Of IPv6 all that is not in here is for special purposes, among it what leads to an address of IPv4. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    private final boolean anyAddress;
    private final List<Block> blocked;

    /**
     * @param anyAddress whether private ones and those that are blocked are given too
     * @param blocked ranges that are not given though they look public, as {@code 59.192.0.0/10}
     * @throws IllegalArgumentException if one of them is no range
     */
    PublicAddresses(boolean anyAddress, List<String> blocked) {
        this.anyAddress = anyAddress;
        this.blocked = blocked.stream().map(Block::of).toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        InetAddress[] reachable = Arrays.stream(found)
                .filter(address -> anyAddress || isPublic(address))
                .toArray(InetAddress[]::new);
        if (reachable.length == 0) {
            throw new UnknownHostException("no public address");
        }
        return reachable;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    boolean isPublic(InetAddress address) {
        boolean isGlobal = address.getAddress().length == Block.BYTES_OF_IPV4 || GLOBAL_UNICAST.contains(address);
        return isGlobal
                && Stream.concat(NOT_PUBLIC.stream(), blocked.stream()).noneMatch(block -> block.contains(address));
    }

    /** All addresses with the same first bits. */
    private record Block(BigInteger first, int bytes, int bits) {

        static final int BYTES_OF_IPV4 = 4;

        static Block of(String range) {
            String[] parts = range.split("/", -1);
            if (parts.length != 2 || !parts[1].matches("[0-9]{1,3}")) {
                throw noRange(range);
            }
            byte[] first = InetAddress.ofLiteral(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            if (bits > first.length * BITS_OF_A_BYTE) {
                throw noRange(range);
            }
            return new Block(new BigInteger(1, first), first.length, bits);
        }

        private static IllegalArgumentException noRange(String text) {
            return new IllegalArgumentException("not a range of addresses: " + text);
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            int rest = this.bytes * BITS_OF_A_BYTE - bits;
            return bytes.length == this.bytes
                    && new BigInteger(1, bytes).shiftRight(rest).equals(first.shiftRight(rest));
        }
    }
}
