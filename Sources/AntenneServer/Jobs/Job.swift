import Foundation

/// A run that was started from the server.
struct Job: Encodable, Sendable {
  enum Status: String, Encodable, Sendable {
    case running, done, failed, cancelled
  }

  /// How far the run is, as `antenne run --progress json` says it.
  struct Progress: Codable, Sendable, Equatable {
    var step: String
    var done: Int
    var total: Int?
    var unit: String
  }

  var id: String
  /// The scenario that is run, and that from which sites were moved.
  var scenario: String
  var basedOn: String?
  /// The id that the run has when it is done.
  var run: String
  var status = Status.running
  var progress: Progress?
  /// What the run says, the last lines.
  var messages: [String] = []
  var started = Date()
  var finished: Date?
}

/// What is asked for with a new job.
struct JobRequest: Decodable, Sendable {
  struct Move: Decodable, Sendable {
    var site: String
    var latitude: Double
    var longitude: Double
  }

  var scenario: String
  /// What the run is to be called; without it a free name is taken.
  var name: String?
  var moves: [Move]?
}
