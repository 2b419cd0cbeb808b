import Findings
import Foundation
import OpenStreetMap
import StreetRouting

/// A file without a name, for an extract is opened by its path.
private let scratch: Int32 = {
  var path = Array((NSTemporaryDirectory() + "antenne-fuzz-XXXXXX").utf8CString)
  let descriptor = mkstemp(&path)
  require(descriptor >= 0, "a temporary file")
  unlink(&path)
  return descriptor
}()

/// A header's blob; what follows it reaches libosmium's decoder.
private let header: [UInt8] = blob("OSMHeader", block: field(4, Array("DenseNodes".utf8)))

/// The first byte chooses: a whole file, a file after its header, or the block of one blob.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPBF(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard size > 0 else { return 0 }
  let input = Array(UnsafeBufferPointer(start: start, count: size))
  let rest = Array(input.dropFirst())
  let file =
    switch input[0] % 4 {
    case 0: rest
    case 1: header + rest
    default: header + blob("OSMData", block: rest)
    }
  require(
    ftruncate(scratch, 0) == 0 && pwrite(scratch, file, file.count, 0) == file.count, "a write")
  guard let once = read(file.count) else { return 0 }
  require(read(file.count)?.graph == once.graph, "two readings differ")
  keep(once.graph.links.count)
  return 0
}

/// The streets, or `nil` where the file is refused with something to say.
private func read(_ size: Int) -> BuiltStreets? {
  do {
    let built = try PBFFile("/dev/fd/\(scratch)").streets()
    // Zlib makes a thousand bytes of one; each byte is at most one node of a way.
    require(built.graph.shapePoints.count <= 64 << 20, "\(built.graph.shapePoints.count) points")
    require(built.graph.links.allSatisfy { $0.from != $0.to }, "a link ends where it begins")
    return built
  } catch Failure.unusableData(let findings) {
    require(!findings.isEmpty && findings.allSatisfy { $0.remedy != nil }, "a finding")
    return nil
  } catch {
    require(false, "\(error)")
    return nil
  }
}

private func blob(_ type: String, block: [UInt8]) -> [UInt8] {
  let body = field(1, block)
  let head = field(1, Array(type.utf8)) + varint(3 << 3) + varint(body.count)
  return [0, 0, 0, UInt8(head.count)] + head + body
}

private func field(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
  varint(number << 3 | 2) + varint(bytes.count) + bytes
}

private func varint(_ value: Int) -> [UInt8] {
  value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + varint(value >> 7)
}
