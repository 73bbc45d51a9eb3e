/**
 * Every address range that is never a public web site, with the words by which a refusal names it.
 *
 * Sources: the IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its updates), the IANA IPv6
 * Multicast and IPv4 Multicast registries, and the addresses at which cloud machines ask for their credentials.
 * Ranges that IANA marks "globally reachable" (anycast of AS112, TURN, AMT) are refused too: no document is published
 * there, so the safer mistake costs nothing. NAT64 is refused even where it carries a public address: what it reaches
 * is decided by the local network.
 */
import ipaddr from 'ipaddr.js'

/** Where an IPv4 address is hidden inside an IPv6 one: index of its first byte, and whether its bits are turned over. */
export type Embedding = { readonly at: number; readonly inverted?: true }

export type SpecialRange = {
  readonly cidr: string
  /** Completes "10.0.0.5, …". */
  readonly name: string
  /** An operator may allow a named host inside this range: it is somebody's own network, and nothing else. */
  readonly allowable: boolean
  readonly embedding?: Embedding
}

/** More exact ranges stand first: the first one that matches gives the name. */
export const SPECIAL_RANGES: readonly SpecialRange[] = [
  refused('169.254.169.254/32', 'the address of cloud metadata'),
  refused('169.254.170.2/32', 'the address of cloud container credentials'),
  refused('169.254.170.23/32', 'the address of cloud container credentials'),
  refused('168.63.129.16/32', 'the address of a cloud platform service'),
  refused('100.100.100.200/32', 'the address of cloud metadata'),
  refused('192.0.0.192/32', 'the address of cloud metadata'),
  refused('fd00:ec2::254/128', 'the address of cloud metadata'),
  refused('fd00:ec2::23/128', 'the address of cloud container credentials'),
  refused('fd20:ce::254/128', 'the address of cloud metadata'),

  refused('0.0.0.0/8', 'an address of "this network" (RFC 791)'),
  allowable('10.0.0.0/8', 'a private address'),
  allowable('100.64.0.0/10', 'an address shared behind a carrier (RFC 6598)'),
  allowable('127.0.0.0/8', 'a loopback address'),
  refused('169.254.0.0/16', 'a link-local address'),
  allowable('172.16.0.0/12', 'a private address'),
  refused('192.0.0.0/24', 'an address of IETF protocols (RFC 6890)'),
  refused('192.0.2.0/24', 'a documentation address (RFC 5737)'),
  refused('192.31.196.0/24', 'an AS112 address (RFC 7535)'),
  refused('192.52.193.0/24', 'a multicast tunnelling address (RFC 7450)'),
  refused('192.88.99.0/24', 'a 6to4 relay address (RFC 7526)'),
  allowable('192.168.0.0/16', 'a private address'),
  refused('192.175.48.0/24', 'an AS112 address (RFC 7534)'),
  refused('198.18.0.0/15', 'a benchmarking address (RFC 2544)'),
  refused('198.51.100.0/24', 'a documentation address (RFC 5737)'),
  refused('203.0.113.0/24', 'a documentation address (RFC 5737)'),
  refused('224.0.0.0/4', 'a multicast address'),
  refused('255.255.255.255/32', 'the broadcast address'),
  refused('240.0.0.0/4', 'a reserved address (RFC 1112)'),

  refused('::/128', 'the unspecified address'),
  allowable('::1/128', 'a loopback address'),
  hidden('::/96', 'an IPv4 address written as IPv6', 12),
  hidden('::ffff:0:0/96', 'an IPv4 address mapped into IPv6', 12),
  hidden('::ffff:0:0:0/96', 'an IPv4 address translated into IPv6 (RFC 2765)', 12),
  hidden('64:ff9b::/96', 'a NAT64 address (RFC 6052)', 12),
  hidden('64:ff9b:1::/48', 'a local NAT64 address (RFC 8215)', 12),
  refused('100::/64', 'a discard-only address (RFC 6666)'),
  refused('100:0:0:1::/64', 'a dummy address (RFC 9780)'),
  { cidr: '2001::/32', name: 'a Teredo address (RFC 4380)', allowable: false, embedding: { at: 12, inverted: true } },
  refused('2001:2::/48', 'a benchmarking address (RFC 5180)'),
  refused('2001:3::/32', 'a multicast tunnelling address (RFC 7450)'),
  refused('2001:4:112::/48', 'an AS112 address (RFC 7535)'),
  refused('2001:10::/28', 'an ORCHID address (RFC 4843)'),
  refused('2001:20::/28', 'an ORCHIDv2 address (RFC 7343)'),
  refused('2001:30::/28', 'an address of drone remote identification (RFC 9374)'),
  refused('2001::/23', 'an address of IETF protocols (RFC 2928)'),
  refused('2001:db8::/32', 'a documentation address (RFC 3849)'),
  hidden('2002::/16', 'a 6to4 address (RFC 3056)', 2),
  refused('2620:4f:8000::/48', 'an AS112 address (RFC 7534)'),
  refused('3fff::/20', 'a documentation address (RFC 9637)'),
  refused('5f00::/16', 'a segment-routing address (RFC 9602)'),
  allowable('fc00::/7', 'a unique local address'),
  refused('fe80::/10', 'a link-local address'),
  refused('fec0::/10', 'a site-local address (RFC 3879)'),
  refused('ff00::/8', 'a multicast address'),
]

/** All IPv6 that IANA has given out for ordinary use; what is outside is refused whether or not it has a name. */
export const GLOBAL_UNICAST_V6 = '2000::/3'

const PARSED = SPECIAL_RANGES.map((range) => ({ range, cidr: ipaddr.parseCIDR(range.cidr) }))

/** The range of the table that holds the address, most exact first; undefined where it is an ordinary address. */
export function findSpecialRange(address: ipaddr.IPv4 | ipaddr.IPv6): SpecialRange | undefined {
  return PARSED.find(({ cidr }) => cidr[0].kind() === address.kind() && address.match(cidr))?.range
}

function refused(cidr: string, name: string): SpecialRange {
  return { cidr, name, allowable: false }
}

function allowable(cidr: string, name: string): SpecialRange {
  return { cidr, name, allowable: true }
}

function hidden(cidr: string, name: string, at: number): SpecialRange {
  return { cidr, name, allowable: false, embedding: { at } }
}
