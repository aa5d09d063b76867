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
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return new Ports(
                    sockets.get(0).getLocalPort(),
                    sockets.get(1).getLocalPort(),
                    sockets.get(2).getLocalPort(),
                    sockets.get(3).getLocalPort(),
                    sockets.get(4).getLocalPort());
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
