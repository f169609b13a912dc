import Kernels

/// Knows what a layer applies to the values of a feature map as it reads them: a scale, a shift and a ReLU.
package protocol ActivationSource: AnyObject {
    /// Valid as long as the source lives.
    var activation: ChannelActivation { get }
}
