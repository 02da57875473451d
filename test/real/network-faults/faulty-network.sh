#!/bin/sh
# For `unshare --net`: a network in which each address fails in a way of its own; then runs the program that is named.
# 192.0.2.11 and .12 are this machine, and no packet to their port 25 ever arrives; packets to .13 arrive nowhere.
set -e
ip link set lo up
for host in 11 12; do ip addr add "192.0.2.$host/32" dev lo; done
# Nobody is at the other end of this wire.
ip link add near type veth peer name far
ip link set near up
ip link set far up
ip route add 192.0.2.13/32 dev near
for host in 11 12 13; do ip neigh add "192.0.2.$host" lladdr 02:00:00:00:00:01 dev near nud permanent; done
# The machine's own addresses are looked up later than usual, so that a port of them can be lost on the way.
ip rule add pref 100 lookup local
ip rule del pref 0
ip rule add pref 50 ipproto tcp dport 25 to 192.0.2.0/24 lookup 100
ip route add default dev near table 100
ip route add unreachable 198.51.100.1/32
ip route add prohibit 198.51.100.2/32
ip route add blackhole 198.51.100.3/32
exec "$@"
