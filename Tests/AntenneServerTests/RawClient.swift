import Foundation

/// HTTP as bytes on a socket, so that a test sends what no well-behaved client would.
struct RawClient: Sendable {
  var port: Int

  struct Answer: Sendable {
    var status: Int
    /// By names in lower case.
    var headers: [String: String]
    var body: Data

    var text: String { String(decoding: body, as: UTF8.self) }

    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
    }

    /// The code of a refusal.
    var code: String? {
      ((try? json())?["error"] as? [String: Any])?["code"] as? String
    }
  }

  struct Broken: Error {
    var what: String
  }

  func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
    try await send("GET", path, headers)
  }

  func post(
    _ path: String, _ body: String, _ headers: [String: String] = [:]
  ) async throws -> Answer {
    try await send(
      "POST", path, ["Content-Type": "application/json"].merging(headers) { $1 }, body)
  }

  func send(
    _ method: String, _ path: String, _ headers: [String: String] = [:], _ body: String? = nil
  ) async throws -> Answer {
    var fields = ["Host": "localhost:\(port)", "Connection": "close"]
    if let body { fields["Content-Length"] = "\(body.utf8.count)" }
    // An empty value takes a header away.
    fields.merge(headers) { $1 }
    let lines = fields.filter { !$0.value.isEmpty }.map { "\($0): \($1)\r\n" }.sorted().joined()
    return try await send("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n\(body ?? "")")
  }

  /// Sends bytes and reads until the server closes the connection.
  func send(_ text: String) async throws -> Answer {
    let port = port
    let bytes = try await withCheckedThrowingContinuation { continuation in
      // A blocking thread of its own: the server needs those that run tasks.
      Thread.detachNewThread {
        continuation.resume(with: Result { try Self.exchange(text, port: port) })
      }
    }
    return try Self.answer(bytes)
  }

  private static func exchange(_ text: String, port: Int) throws -> Data {
    let stream = Int32(SOCK_STREAM.rawValue)
    let socket = Foundation.socket(AF_INET, stream, 0)
    guard socket >= 0 else { throw Broken(what: "no socket") }
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) == 0 }
    }
    guard isConnected else { throw Broken(what: "cannot connect: \(errno)") }
    var timeout = timeval(tv_sec: 600, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // A server that has refused already may close before everything is sent.
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      received.append(contentsOf: buffer[..<count])
    }
    return received
  }

  private static func answer(_ bytes: Data) throws -> Answer {
    guard let end = bytes.firstRange(of: Data("\r\n\r\n".utf8)) else {
      throw Broken(what: "no answer: \(String(decoding: bytes.prefix(200), as: UTF8.self))")
    }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, let status = Int(words[1]) else { throw Broken(what: lines[0]) }
    let fields = lines.dropFirst().map { line in
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      return (
        line[..<colon].lowercased(), line[colon...].dropFirst().trimmingCharacters(in: .whitespaces)
      )
    }
    return Answer(
      status: status, headers: Dictionary(fields) { "\($0), \($1)" },
      body: bytes[end.upperBound...])
  }
}
