// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/drawncamera.h"

#include <gst/gst.h>

#include <atomic>
#include <map>
#include <mutex>
#include <string>

namespace Loket::DrawnCamera {

namespace {

/// What is plugged in, and the provider once somebody watches it.
struct Socket {
    std::mutex mutex;
    std::map<QString, GstDevice *> devices; // each holds a reference
    GstDeviceProvider *provider = nullptr;
};

Socket &sockets()
{
    static Socket all;
    return all;
}

std::atomic_int s_opened = 0;
std::atomic_int s_inUse = 0;

const char *const kKindKey = "loket-kind";

GstElement *createElement(GstDevice *device, const char *name)
{
    const int kind = GPOINTER_TO_INT(g_object_get_data(G_OBJECT(device), kKindKey));
    GstElement *element = nullptr;
    if (Kind(kind) == Kind::Broken) {
        element = gst_element_factory_make("filesrc", name);
        g_object_set(element, "location", "/nonexistent/camera", nullptr);
    } else {
        element = gst_element_factory_make("videotestsrc", name);
        g_object_set(element, "is-live", TRUE, nullptr);
        if (Kind(kind) == Kind::Ending)
            g_object_set(element, "num-buffers", 3, nullptr);
    }
    ++s_opened;
    ++s_inUse;
    g_object_weak_ref(
        G_OBJECT(element), [](gpointer, GObject *) { --s_inUse; }, nullptr);
    return element;
}

void initDevice(gpointer type, gpointer)
{
    static_cast<GstDeviceClass *>(type)->create_element = createElement;
}

GType deviceType()
{
    static const GType type
        = g_type_register_static_simple(GST_TYPE_DEVICE, "LoketDrawnCamera", sizeof(GstDeviceClass),
                                        initDevice, sizeof(GstDevice), nullptr, GTypeFlags(0));
    return type;
}

gboolean startProvider(GstDeviceProvider *provider)
{
    const std::lock_guard lock(sockets().mutex);
    sockets().provider = provider;
    for (const auto &[id, device] : sockets().devices)
        gst_device_provider_device_add(provider, device);
    return TRUE;
}

void stopProvider(GstDeviceProvider *)
{
    const std::lock_guard lock(sockets().mutex);
    sockets().provider = nullptr;
}

void initProvider(gpointer type, gpointer)
{
    auto *provider = static_cast<GstDeviceProviderClass *>(type);
    provider->start = startProvider;
    provider->stop = stopProvider;
    gst_device_provider_class_set_static_metadata(provider, "Drawn cameras", "Source/Video",
                                                  "Cameras that are drawn, for tests", "Loket");
}

} // namespace

bool prepare()
{
    gst_init(nullptr, nullptr);
    const GType type = g_type_register_static_simple(GST_TYPE_DEVICE_PROVIDER, "LoketDrawnCameraProvider",
                                                     sizeof(GstDeviceProviderClass), initProvider,
                                                     sizeof(GstDeviceProvider), nullptr, GTypeFlags(0));
    if (!gst_device_provider_register(nullptr, "loketdrawncameras", GST_RANK_PRIMARY, type))
        return false;
    GstElementFactory *drawer = gst_element_factory_find("videotestsrc");
    if (drawer)
        gst_object_unref(drawer);
    return drawer;
}

void plug(const QString &id, const QString &name, Kind kind)
{
    GstCaps *caps = gst_caps_from_string("video/x-raw,format=I420,width=640,height=480,framerate=30/1;"
                                         "video/x-raw,format=I420,width=1280,height=720,framerate=30/1");
    const std::string path = id.toStdString();
    GstStructure *properties
        = gst_structure_new("loketdrawn", "device.path", G_TYPE_STRING, path.c_str(), nullptr);
    gpointer made = g_object_new(deviceType(), "display-name", qUtf8Printable(name), "device-class",
                                 "Video/Source", "caps", caps, "properties", properties, nullptr);
    gst_structure_free(properties);
    gst_caps_unref(caps);
    auto *device = static_cast<GstDevice *>(gst_object_ref_sink(made));
    g_object_set_data(static_cast<GObject *>(made), kKindKey, GINT_TO_POINTER(int(kind)));
    const std::lock_guard lock(sockets().mutex);
    sockets().devices.emplace(id, device);
    if (sockets().provider)
        gst_device_provider_device_add(sockets().provider, device);
}

void pull(const QString &id)
{
    const std::lock_guard lock(sockets().mutex);
    const auto found = sockets().devices.find(id);
    if (found == sockets().devices.end())
        return;
    if (sockets().provider)
        gst_device_provider_device_remove(sockets().provider, found->second);
    gst_object_unref(found->second);
    sockets().devices.erase(found);
}

int opened()
{
    return s_opened;
}

int inUse()
{
    return s_inUse;
}

} // namespace Loket::DrawnCamera
