// A server of Java's own TLS, with versions and suites that others have long left out. Inside TLS it speaks the SMTP of a server
// that takes no mail. Parameters: port, the files of its keys (PKCS #12, password "x"), and then suites; all of them where none is named.
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.Security;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

public class JavaServer {
  private static final char[] PASSWORD = "x".toCharArray();

  public static void main(String[] arguments) throws Exception {
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    String[] suites = Arrays.copyOfRange(arguments, 2, arguments.length);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keysIn(arguments[1].split(",")).getKeyManagers(), null, null);
    SSLServerSocket listener = (SSLServerSocket) context.getServerSocketFactory()
        .createServerSocket(Integer.parseInt(arguments[0]), 50, InetAddress.getByName("127.0.0.1"));
    listener.setEnabledCipherSuites(suites.length == 0 ? listener.getSupportedCipherSuites() : suites);
    listener.setEnabledProtocols(listener.getSupportedProtocols());
    while (true) {
      Socket socket = listener.accept();
      Thread thread = new Thread(() -> converse(socket));
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static KeyManagerFactory keysIn(String[] files) throws Exception {
    KeyStore all = KeyStore.getInstance("PKCS12");
    all.load(null, null);
    for (String file : files) {
      KeyStore one = KeyStore.getInstance("PKCS12");
      one.load(new FileInputStream(file), PASSWORD);
      String alias = one.aliases().nextElement();
      all.setKeyEntry(file, one.getKey(alias, PASSWORD), PASSWORD, one.getCertificateChain(alias));
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
    factory.init(all, PASSWORD);
    return factory;
  }

  private static void converse(Socket socket) {
    try (socket) {
      socket.setSoTimeout(30_000);
      BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), "US-ASCII"));
      OutputStream writer = socket.getOutputStream();
      String answer = "220 java.heloise.test ESMTP";
      while (answer != null) {
        writer.write((answer + "\r\n").getBytes("US-ASCII"));
        writer.flush();
        if (answer.startsWith("221")) return;
        answer = answerTo(reader.readLine());
      }
    } catch (Exception refused) {
      // A hello that it does not take ends its connection alone.
    }
  }

  private static String answerTo(String line) {
    if (line == null) return null;
    String verb = line.toUpperCase().split(" ")[0];
    switch (verb) {
      case "EHLO": case "HELO": case "NOOP": case "RSET": return "250 java.heloise.test";
      case "QUIT": return "221 java.heloise.test";
      case "MAIL": case "RCPT": case "DATA": return "550 No mail is taken here";
      default: return "500 Unknown command";
    }
  }
}
