package io.postrider.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The ports of a server and a simulator on this machine. */
public record Ports(int web, int tracking, int ops, int smpp, int simulator) {
    /** The usual ones. */
    public static Ports usual() {
        return new Ports(8080, 8081, 8082, 2775, 8775);
    }

    /** Ports that nobody uses at this moment. */
    public static Ports free() {
        List<Integer> ports = free(5);
        return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    /** So many different ports that nobody uses at this moment. */
    public static List<Integer> free(int number) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException none) {
            throw new RigException("This machine has no free port.", none);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** Refuses, with the port's number, when somebody listens on one of them. */
    public void check() {
        for (int port : new int[] {web, tracking, ops, smpp, simulator}) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException taken) {
                throw new RigException(
                        "Port " + port + " is taken by another program: end it, or add --free-ports.", taken);
            }
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException problem) {
            throw new RigException("A port could not be given back.", problem);
        }
    }
}
