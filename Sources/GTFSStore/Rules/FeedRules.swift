import Findings

/// The rules that are held against a feed as a whole, in the order in which they report.
enum FeedRules {
  static let all: [any FeedRule.Type] =
    agencies + stops + trips + links + unused

  private static let agencies: [any FeedRule.Type] = [
    InconsistentTimezone.self, MissingAgencyID.self, MoreThanOneRow.self, FeedDatesReversed.self,
    RouteWithoutAgency.self, RouteWithoutName.self, NetworksTwice.self,
  ]

  private static let stops: [any FeedRule.Type] = [
    MissingStopName.self, MissingCoordinate.self, ZeroCoordinate.self, StopOutsideArea.self,
    MissingParent.self, ParentNotStation.self, StationWithParent.self,
  ]

  private static let trips: [any FeedRule.Type] = [
    DateRangeReversed.self, FeedWithoutTrips.self, ServiceRules.self,
    TripWithoutCalls.self, TripRules.self,
  ]

  private static let links: [any FeedRule.Type] = [
    ShapeWithOnePoint.self, DecreasingPointDistance.self,
    FrequencyReversed.self, OverlappingFrequencies.self,
    TransferWithoutStops.self, TransferWithoutTrips.self, TransferWithoutTime.self,
    TransferToNowhere.self,
  ]

  /// Last, since what faulty rows use is not known.
  private static let unused: [any FeedRule.Type] = [
    UnusedRoute.self, UnusedStop.self, UnusedService.self, UnusedShape.self,
  ]
}
